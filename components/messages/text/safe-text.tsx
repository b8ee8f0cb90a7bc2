"use client";

import { useLiteralWords } from "@/components/messages/visitor-words";
import { nameBidiControls, splitAtBidiControls } from "@/lib/text/bidi-controls";
import { literalLine, plainText } from "@/lib/text/plain-text";
import { keyed } from "./keyed";

/**
 * A name or another short text that is shown as it is, in its own direction. Characters that would reorder it are shown
 * by their code point, so that `evil[U+202E]fdp.exe` does not read as a PDF.
 */
export function SafeText({ text }: { text: string }) {
  const pieces = splitAtBidiControls(text.slice(0, longest));
  return (
    <bdi>
      {pieces.length > mostPieces
        ? nameBidiControls(text.slice(0, longest))
        : keyed(pieces).map(({ key, part: piece }) =>
            "text" in piece ? piece.text : <BidiMark key={key} control={piece.control} />,
          )}
      <More than={longest} text={text} />
    </bdi>
  );
}

/** Names, titles and values longer than this are cut: the event as received has all of them. */
const longest = 2000;
/** HTML and entities are longer than what they read as. */
const longestHtml = 10_000;
const mostPieces = 100;

function More({ than, text }: { than: number; text: string }) {
  const more = text.length - than;
  return more > 0 && <span className="text-muted">… ({more.toLocaleString("en")} more characters)</span>;
}

/** A title that may be HTML, as the one line a person would read; what a visitor typed stays as it is. */
export function PlainLine({ html }: { html: string }) {
  const isLiteral = useLiteralWords();
  const most = isLiteral ? longest : longestHtml;
  const read = html.slice(0, most);
  const control = splitAtBidiControls(read).find((piece) => "control" in piece);
  return (
    <bdi>
      {isLiteral ? literalLine(read) : plainText(read)}
      {control !== undefined && <BidiMark control={control.control} />}
      <More than={most} text={html} />
    </bdi>
  );
}

export function BidiMark({ control }: { control: string }) {
  return (
    <span
      title="A character that reorders text was removed here"
      className="mx-0.5 rounded-sm bg-warning-soft px-1 font-mono text-2xs text-warning"
    >
      {control}
    </span>
  );
}
