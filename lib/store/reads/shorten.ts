/** Postgres refuses index entries over about 2,700 bytes: two texts of this length fit, at three bytes per character. */
const longest = 400;

/** Shortens a text so that it fits an index. */
export function shorten(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).toWellFormed();
}

/** Lists display no more than this of a title or name, and a page of them must stay small. */
const longestListed = 1000;

/** A title or name as stored in a list's row: the state contains the whole text. */
export function shortenListed<Text extends string | null>(text: Text): Text | string {
  return text === null || text.length <= longestListed ? text : text.slice(0, longestListed).toWellFormed();
}

/** Shortens a text so that three fit one index entry. */
export function shortenMore(text: string): string {
  return text.slice(0, longest / 2).toWellFormed();
}
