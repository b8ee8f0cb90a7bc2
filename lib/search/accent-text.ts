import type { FoldedText } from "./fold-for-search";

/** Marks "no accent". Ignored in texts, so that it cannot be confused with a letter. */
const none = "\u034f";

/**
 * An index text for queries with accents: each letter of `plain`, followed by one code point for its accents. Null if no letter
 * has any, because then no such query matches the text.
 */
export function accentText({ plain, accents }: FoldedText): string | null {
  return accents === null ? null : lettersOf({ plain, accents }, (letter, accent) => letter + (accent || none));
}

/**
 * The part between the `%` of a `LIKE` pattern (`ESCAPE '\'`) that finds a query in texts made by {@link accentText}: a letter
 * without accents matches any. Null if no letter has accents: then `plain` alone decides.
 */
export function accentPattern({ plain, accents }: FoldedText): string | null {
  const escaped = (letter: string) => letter.replace(/[\\%_]/, "\\$&");
  return accents === null ? null : lettersOf({ plain, accents }, (letter, accent) => escaped(letter) + (accent || "_"));
}

function lettersOf(
  { plain, accents }: { plain: string; accents: readonly string[] },
  write: (letter: string, accent: string) => string,
): string {
  let place = 0;
  let text = "";
  for (const letter of plain) {
    text += write(letter, accents[place] ?? "");
    place += letter.length;
  }
  return text;
}
