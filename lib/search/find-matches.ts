import { type FoldedText, foldText, foldWithPlaces } from "./fold-for-search";
import { placeOf } from "./is-found";

/** A range of a text, in UTF-16 units. */
export interface Match {
  start: number;
  end: number;
}

/**
 * The first `limit` occurrences of any of `query` in `text`, as search matches them, in order and without overlaps. Normalization
 * changes lengths (ﬁ is two letters, a letter and its accent are one), so a match covers whole characters.
 */
export function findMatches(text: string, query: readonly string[], limit = Number.POSITIVE_INFINITY): Match[] {
  const needles = query.map(foldText).filter(({ plain }) => plain !== "");
  const folded = foldText(text);
  if (needles.every((needle) => placeOf(needle, folded, 0) === -1)) return [];
  const { starts, ends } = foldWithPlaces(text);
  const matches: Match[] = [];
  for (const found of occurrences(folded, needles)) {
    const start = starts[found.start] ?? 0;
    const end = ends[found.end - 1] ?? text.length;
    const last = matches.at(-1);
    // Two matches within one character of the text are merged.
    if (last !== undefined && start < last.end) last.end = end;
    else if (matches.length === limit) break;
    else matches.push({ start, end });
  }
  return matches;
}

/** The longest of several matches at one position. */
function* occurrences(text: FoldedText, needles: readonly FoldedText[]): Generator<Match> {
  // Each needle is searched again only after its match is passed, so that the text is scanned once per needle.
  let next = needles.map((needle) => ({ needle, place: placeOf(needle, text, 0) }));
  for (let from = 0; ; ) {
    for (const candidate of next) {
      if (candidate.place < from) candidate.place = placeOf(candidate.needle, text, from);
    }
    next = next.filter(({ place }) => place !== -1);
    let best: Match | null = null;
    for (const { needle, place: start } of next) {
      const end = start + needle.plain.length;
      if (best === null || start < best.start || (start === best.start && end > best.end)) best = { start, end };
    }
    if (best === null) return;
    yield best;
    from = best.end;
  }
}
