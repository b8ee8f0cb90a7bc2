/**
 * Folds text for search: what is stored in the `searchText` columns, and what a query becomes before it is looked up there.
 * Two texts that differ only in case, compatibility forms (full width, ligatures) or white space fold to the same; so do
 * `ß`/`SS`, the Greek final sigma, and the Turkish dotted and dotless i. Both databases then compare plain text.
 */
export function foldForSearch(text: string): string {
  return foldLetters(text).replace(/\s+/gu, " ").trim();
}

/** The part of {@link foldForSearch} that leaves white space as it is. */
export function foldLetters(text: string): string {
  return (
    text
      // Neither a lone surrogate nor NUL can be stored in Postgres.
      .toWellFormed()
      .replaceAll("\0", "")
      .normalize("NFKC")
      // Through upper case, which alone knows that ß is SS and that ſ is S; ẞ must become ß before.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll("i\u0307", "i")
      .replaceAll("ς", "σ")
      .normalize("NFKC")
  );
}
