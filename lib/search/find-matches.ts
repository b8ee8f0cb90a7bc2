import { foldForSearch, foldLetters } from "./fold-for-search";

/** A stretch of a text, in UTF-16 units as `slice` takes them. */
export interface Match {
  start: number;
  end: number;
}

/**
 * Where any of `sought` stands in `text`, as search finds it (`foldForSearch`), in order and without overlaps. Folding
 * changes lengths (ﬁ is two letters, a letter and its accent are one), so a match covers every sign that it touches whole.
 */
export function findMatches(text: string, sought: readonly string[]): Match[] {
  const needles = sought.map(foldForSearch).filter((needle) => needle !== "");
  const folded = foldForSearch(text);
  if (!needles.some((needle) => folded.includes(needle))) return [];
  const { starts, ends } = placesOf(text);
  const matches: Match[] = [];
  for (let from = 0; ; ) {
    const found = earliest(folded, needles, from);
    if (found === null) return matches;
    const start = starts[found.start] ?? 0;
    const end = ends[found.end - 1] ?? text.length;
    const last = matches.at(-1);
    // Two matches within one sign of the text are one there.
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else matches.push({ start, end });
    from = found.end;
  }
}

/** Of several at one place, the longest. */
function earliest(folded: string, needles: readonly string[], from: number): Match | null {
  let best: Match | null = null;
  for (const needle of needles) {
    const start = folded.indexOf(needle, from);
    if (start === -1) continue;
    const end = start + needle.length;
    if (best === null || start < best.start || (start === best.start && end > best.end)) best = { start, end };
  }
  return best;
}

/** Of each UTF-16 unit of the folded text, the stretch of `text` that it comes from. */
function placesOf(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let isAfterSpace = true;
  for (const { start, end, letters } of clustersOf(text)) {
    for (const unit of letters.split("")) {
      const isSpace = /\s/u.test(unit);
      if (isSpace && isAfterSpace) {
        if (ends.length > 0) ends[ends.length - 1] = end;
        continue;
      }
      starts.push(start);
      ends.push(end);
      isAfterSpace = isSpace;
    }
  }
  return { starts, ends };
}

interface Cluster extends Match {
  /** What it folds to; the clusters' letters in a row are the letters of the whole. */
  letters: string;
}

/** Cuts `text` where folding its parts gives the same as folding the whole: between signs that do not join. */
function clustersOf(text: string): Cluster[] {
  const clusters: Cluster[] = [];
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const letters = foldLetters(sign);
    const last = clusters.at(-1);
    const joined = last === undefined || standsApart(sign) ? null : foldLetters(text.slice(last.start, end));
    if (last !== undefined && joined !== null && (isMark(letters) || joined !== last.letters + letters)) {
      last.end = end;
      last.letters = joined;
    } else {
      clusters.push({ start, end, letters });
    }
    start = end;
  }
  return clusters;
}

/** Below U+0300 nothing joins what stands before it; NUL folds to nothing, so it parts nothing either. */
function standsApart(sign: string): boolean {
  return sign.length === 1 && sign < "\u0300" && sign !== "\0";
}

/** Marks change their places among each other, so one that seems not to join may do so with the next. */
function isMark(letters: string): boolean {
  return letters === "" || /^\p{M}/u.test(letters);
}
