/**
 * Characters that reorder the text after them. A file named with one reads `gpj.exe` backwards; a message with one turns
 * the line around it. The plain marks (U+200E, U+200F, U+061C), which honest Arabic and Hebrew use, are not among them.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text without the controls: for attributes, previews and search. */
export function withoutBidiControls(text: string): string {
  return text.replace(controls, "");
}

export type BidiPiece = { text: string } | { control: string };

/** The text cut at each control, which is named by its code point (`U+202E`), so that a page can show it. */
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

/** The text with each control written out as `⟨U+202E⟩`. */
export function nameBidiControls(text: string): string {
  return [..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"].reduce(
    (named, control) => named.replaceAll(control, `⟨${nameOf(control)}⟩`),
    text,
  );
}

function nameOf(control: string): string {
  return `U+${control.charCodeAt(0).toString(16).toUpperCase()}`;
}
