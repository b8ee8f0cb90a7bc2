import { accentText } from "./accent-text";
import { type FoldedText, foldText } from "./fold-for-search";

/** Does a search for `sought` find `text`? What folds to nothing is found everywhere. */
export function isFound(sought: FoldedText, text: FoldedText): boolean {
  return placeOf(sought, text, 0) !== -1;
}

/** Is `name` what `sought` names: the same text, but for accents that `sought` leaves out? */
export function isNamed(sought: FoldedText, name: FoldedText): boolean {
  return sought.plain === name.plain && hasAccents(sought, name, 0);
}

/** Tests texts against one that is sought in them, as {@link isFound} does. */
export function finder(sought: string): (text: string) => boolean {
  const folded = foldText(sought);
  return (text) => isFound(folded, foldText(text));
}

/** Tests names against one that is sought, as {@link isNamed} does. */
export function namer(sought: string): (name: string) => boolean {
  const folded = foldText(sought);
  return (name) => isNamed(folded, foldText(name));
}

/** Equal for names that name each other. */
export function nameKey(name: string): string {
  const folded = foldText(name);
  return accentText(folded) ?? folded.plain;
}

/**
 * The first place, from `from` on, where `sought` occurs in `text.plain`; -1 where it does not. A letter without accents is found with
 * any; one with accents only with just these.
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
