import { accentText } from "./accent-text";
import { type FoldedText, foldText } from "./fold-for-search";

/** Whether a search for `query` matches `text`. An empty normalized query matches everything. */
export function isFound(query: FoldedText, text: FoldedText): boolean {
  return placeOf(query, text, 0) !== -1;
}

/** Whether `query` equals `name`, ignoring accents that `query` lacks. */
export function isNamed(query: FoldedText, name: FoldedText): boolean {
  return query.plain === name.plain && hasAccents(query, name, 0);
}

/** A predicate for texts that match a query, as in {@link isFound}. */
export function finder(query: string): (text: string) => boolean {
  const folded = foldText(query);
  return (text) => isFound(folded, foldText(text));
}

/** A predicate for names that equal a query, as in {@link isNamed}. */
export function namer(query: string): (name: string) => boolean {
  const folded = foldText(query);
  return (name) => isNamed(folded, foldText(name));
}

/** Equal for names that match each other. */
export function nameKey(name: string): string {
  const folded = foldText(name);
  return accentText(folded) ?? folded.plain;
}

/**
 * The first index from `from` on where `query` occurs in `text.plain`, or -1. A letter without accents matches any; one with
 * accents only the same.
 */
export function placeOf(query: FoldedText, text: FoldedText, from: number): number {
  if (query.accents !== null && text.accents === null) return -1;
  let place = text.plain.indexOf(query.plain, from);
  while (place !== -1 && !hasAccents(query, text, place)) place = text.plain.indexOf(query.plain, place + 1);
  return place;
}

function hasAccents(query: FoldedText, text: FoldedText, place: number): boolean {
  if (query.accents === null) return true;
  return query.accents.every((accent, at) => accent === "" || text.accents?.[place + at] === accent);
}
