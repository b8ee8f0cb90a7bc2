/** Postgres refuses index entries of more than about 2,700 bytes: two texts of this length fit, three bytes a sign. */
const longest = 400;

/** A text that an index can hold. */
export function shorten(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).toWellFormed();
}

/** A text of which an index can hold three. */
export function shortenMore(text: string): string {
  return text.slice(0, longest / 2).toWellFormed();
}
