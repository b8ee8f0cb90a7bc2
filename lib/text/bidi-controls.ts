/**
 * Characters that reorder the text after them: a file name with one reads `gpj.exe` backwards, and a message with one reverses
 * the line around it. The marks U+200E, U+200F and U+061C, which Arabic and Hebrew text needs, are not included.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text without bidi controls, for attributes, previews and search. */
export function withoutBidiControls(text: string): string {
  return text.replace(controls, "");
}

export type BidiPiece = { text: string } | { control: string };

/** Splits text at each control, which becomes its code point (`U+202E`), so that a page can show it. */
export function splitAtBidiControls(text: string): BidiPiece[] {
  const pieces: BidiPiece[] = [];
  let start = 0;
  for (const match of text.matchAll(controls)) {
    if (match.index > start) pieces.push({ text: text.slice(start, match.index) });
    pieces.push({ control: nameOf(match[0]) });
    start = match.index + 1;
  }
  if (start < text.length) pieces.push({ text: text.slice(start) });
  return pieces;
}

/** Text with each control written as `⟨U+202E⟩`. */
export function nameBidiControls(text: string): string {
  return [..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"].reduce(
    (named, control) => named.replaceAll(control, `⟨${nameOf(control)}⟩`),
    text,
  );
}

function nameOf(control: string): string {
  return `U+${control.charCodeAt(0).toString(16).toUpperCase()}`;
}
