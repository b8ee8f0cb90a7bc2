import { accentText } from "./accent-text";
import { type FoldedText, foldText } from "./fold-for-search";

/** Whether a search for `sought` matches `text`. An empty normalized query matches everything. */
export function isFound(query: FoldedText, text: FoldedText): boolean {
  return placeOf(query, text, 0) !== -1;
}

/** Whether `sought` equals `name`, ignoring accents that `sought` lacks. */
export function isNamed(sought: FoldedText, name: FoldedText): boolean {
  return sought.plain === name.plain && hasAccents(sought, name, 0);
}

/** A predicate for texts that match a query, as in {@link isFound}. */
export function finder(sought: string): (text: string) => boolean {
  const folded = foldText(sought);
  return (text) => isFound(folded, foldText(text));
}

/** A predicate for names that equal a query, as in {@link isNamed}. */
export function namer(sought: string): (name: string) => boolean {
  const folded = foldText(sought);
  return (name) => isNamed(folded, foldText(name));
}

/** Equal for names that match each other. */
export function nameKey(name: string): string {
  const folded = foldText(name);
  return accentText(folded) ?? folded.plain;
}

/**
 * The first index from `from` on where `sought` occurs in `text.plain`, or -1. A letter without accents matches any; one with
 * accents only the same.
 */
export function placeOf(sought: FoldedText, text: FoldedText, from: number): number {
  if (sought.accents !== null && text.accents === null) return -1;
  let place = text.plain.indexOf(sought.plain, from);
  while (place !== -1 && !hasAccents(sought, text, place)) place = text.plain.indexOf(sought.plain, place + 1);
  return place;
}

function hasAccents(sought: FoldedText, text: FoldedText, place: number): boolean {
  if (sought.accents === null) return true;
  return sought.accents.every((accent, at) => accent === "" || text.accents?.[place + at] === accent);
}
