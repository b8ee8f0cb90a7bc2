/** The range of `text` that differs from `other`, without their common prefix and suffix. */
export function changedPart(text: string, other: string): { start: number; end: number } {
  const shortest = Math.min(text.length, other.length);
  let start = 0;
  while (start < shortest && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && text[text.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  // Not between the halves of a surrogate pair.
  if (isLowHalf(text, start)) start -= 1;
  if (end > 0 && isLowHalf(text, text.length - end)) end -= 1;
  return { start, end: text.length - end };
}

function isLowHalf(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return place > 0 && code >= 0xdc00 && code <= 0xdfff;
}
