"use client";

import { useLiteralWords } from "@/components/messages/visitor-words";
import { nameBidiControls, splitAtBidiControls } from "@/lib/text/bidi-controls";
import { literalLine, plainText } from "@/lib/text/plain-text";
import { keyed } from "./keyed";

/**
 * A name or another short text, unformatted and with its own direction. Bidi controls are shown by their code point, so that
 * `evil[U+202E]fdp.exe` does not look like a PDF.
 */
export function SafeText({ text }: { text: string }) {
  const pieces = splitAtBidiControls(text.slice(0, maxLength));
  return (
    <bdi>
      {pieces.length > maxPieces
        ? nameBidiControls(text.slice(0, maxLength))
        : keyed(pieces).map(({ key, part: piece }) =>
            "text" in piece ? piece.text : <BidiMark key={key} control={piece.control} />,
          )}
      <More than={maxLength} text={text} />
    </bdi>
  );
}

/** Longer names, titles and values are truncated: the raw event has all of it. */
const maxLength = 2000;
/** HTML and entities are longer than their text. */
const maxHtmlLength = 10_000;
const maxPieces = 100;

function More({ than, text }: { than: number; text: string }) {
  const more = text.length - than;
  return more > 0 && <span className="text-muted">… ({more.toLocaleString("en")} more characters)</span>;
}

/** A title that may be HTML, as one line of plain text; a visitor's text is literal. */
export function PlainLine({ html }: { html: string }) {
  const isLiteral = useLiteralWords();
  const limit = isLiteral ? maxLength : maxHtmlLength;
  const read = html.slice(0, limit);
  const control = splitAtBidiControls(read).find((piece) => "control" in piece);
  return (
    <bdi>
      {isLiteral ? literalLine(read) : plainText(read)}
      {control !== undefined && <BidiMark control={control.control} />}
      <More than={limit} text={html} />
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
