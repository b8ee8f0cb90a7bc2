import type { FoldedText } from "./fold-for-search";

/** Stands for "no accent". It is ignored in texts, so that no letter is taken for it. */
const none = "\u034f";

/**
 * A text for databases to find queries with accents in: each letter of `plain`, then one code point for its accents. Null where no
 * letter has any, as then no such query finds the text.
 */
export function accentText({ plain, accents }: FoldedText): string | null {
  return accents === null ? null : lettersOf({ plain, accents }, (letter, accent) => letter + (accent || none));
}

/**
 * The part between the `%` of a `LIKE` pattern (`ESCAPE '\'`) that finds `sought` in texts made by {@link accentText}: a letter
 * without accents is found with any. Null where no letter has accents: then `plain` alone decides.
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
