import type { Match } from "./find-matches";

/** An excerpt of a text around a match, with the position of the match. */
export interface Snippet {
  text: string;
  start: number;
  end: number;
}

/** Characters before the match, few enough that the match is visible in a narrow list, and after it. */
const before = 14;
const after = 140;
/** Maximum distance by which a cut is moved to fall between words. */
const reach = 8;
/** Maximum length of a displayed match: between two letters there may be any number of ignored characters. */
const maxMatchLength = 1000;
/** Maximum length of a character with its marks; longer ones may be cut. */
const maxCharacterLength = 400;

/**
 * An excerpt of `text` around its first match, cut between words if there are any and never within a character; `…` marks omitted
 * text.
 */
export function snippetOf(text: string, found: Match): Snippet {
  const match = { start: found.start, end: Math.min(found.end, found.start + maxMatchLength) };
  const from = match.start <= before + reach ? 0 : startOfWord(text, match.start);
  const to = text.length - match.end <= after + reach ? text.length : endOfWord(text, match.end);
  const head = from === 0 ? "" : "…";
  const start = head.length + match.start - from;
  const tail = to === text.length ? "" : "…";
  return { text: head + text.slice(from, to) + tail, start, end: start + match.end - match.start };
}

function startOfWord(text: string, matchStart: number): number {
  const earliest = matchStart - before - reach;
  const space = text.slice(earliest, matchStart - before + reach).search(/\s\S/u);
  return space >= 0 ? earliest + space + 1 : betweenSigns(text, earliest);
}

function endOfWord(text: string, matchEnd: number): number {
  const space = /\s+\S*$/u.exec(text.slice(matchEnd + after - reach, matchEnd + after + reach));
  return space === null
    ? Math.max(matchEnd, betweenSigns(text, matchEnd + after))
    : matchEnd + after - reach + space.index;
}

/**
 * The nearest position at or before `place` that is not within a character (an emoji of several code points, a letter with
 * marks).
 */
function betweenSigns(text: string, place: number): number {
  const from = Math.max(0, place - maxCharacterLength);
  const near = text.slice(from, place + maxCharacterLength);
  const segments = new Intl.Segmenter().segment(near);
  return from + (segments.containing(place - from)?.index ?? near.length);
}
