"use client";

import { splitAtBidiControls } from "@/lib/messages/bidi-controls";
import { literalLine, plainText } from "@/lib/messages/plain-text";
import { keyed } from "./keyed";
import { useLiteralWords } from "./visitor-words";

/**
 * A name or another short text that is shown as it is, in its own direction. Characters that would reorder it are shown
 * by their code point, so that `evil[U+202E]fdp.exe` does not read as a PDF.
 */
export function SafeText({ text }: { text: string }) {
  return (
    <bdi>
      {keyed(splitAtBidiControls(text)).map(({ key, part: piece }) =>
        "text" in piece ? piece.text : <BidiMark key={key} control={piece.control} />,
      )}
    </bdi>
  );
}

/** A title that may be HTML, as the one line a person would read; what a visitor typed stays as it is. */
export function PlainLine({ html }: { html: string }) {
  const isLiteral = useLiteralWords();
  const controls = splitAtBidiControls(html).filter((piece) => "control" in piece);
  return (
    <bdi>
      {isLiteral ? literalLine(html) : plainText(html)}
      {controls[0] !== undefined && <BidiMark control={controls[0].control} />}
    </bdi>
  );
}

export function BidiMark({ control }: { control: string }) {
  return (
    <span
      title="A character that reorders text stood here"
      className="mx-0.5 rounded-sm bg-warning-soft px-1 font-mono text-2xs text-warning"
    >
      {control}
    </span>
  );
}
