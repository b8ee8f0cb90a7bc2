const unknown = 0;
const other = 1;
const joining = 2;
const separate = 3;

const classes = new Uint8Array(0x1_0000);
/** Scripts without spaces between words. */
const withoutSpaces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether there may be an edge of a word before the unit at `place`: not within a word of letters and digits. */
export function isEdge(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  return classOf(text.charCodeAt(place - 1)) !== joining || classOf(text.charCodeAt(place)) !== joining;
}

function classOf(unit: number): number {
  const known = classes[unit];
  if (known !== undefined && known !== unknown) return known;
  const sign = String.fromCharCode(unit);
  const found = !/[\p{L}\p{N}\p{M}]/u.test(sign) ? other : withoutSpaces.test(sign) ? separate : joining;
  classes[unit] = found;
  return found;
}
