/** Postgres refuses index entries of more than about 2,700 bytes: two texts of this length fit, three bytes a sign. */
const longest = 400;

/** A text that an index can hold. */
export function shorten(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).toWellFormed();
}

/** Lists draw no more of a title or a name, and a page of them must not weigh megabytes. */
const longestListed = 1000;

/** A title or a name as a list's row holds it: the state keeps the whole. */
export function shortenListed<Text extends string | null>(text: Text): Text | string {
  return text === null || text.length <= longestListed ? text : text.slice(0, longestListed).toWellFormed();
}

/** A text of which an index can hold three. */
export function shortenMore(text: string): string {
  return text.slice(0, longest / 2).toWellFormed();
}
