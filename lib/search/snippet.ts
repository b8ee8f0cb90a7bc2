import type { Match } from "./find-matches";

/** A part of a text around a match, with the match's place in it. */
export interface Snippet {
  text: string;
  start: number;
  end: number;
}

/** Signs of the text before the match, few enough that the match is seen in a narrow list, and those after it. */
const before = 14;
const after = 140;
/** A cut moves this far, at most, to fall between words. */
const reach = 8;
/** More of a match is not shown: between two letters may be any number of characters that are ignored. */
const longestMatch = 1000;
/** A character of the text is shorter than this, or may be cut. */
const longestSign = 400;

/** `text` around its first match, cut between words where there are any and never within a sign; `…` stands for the rest. */
export function snippetOf(text: string, found: Match): Snippet {
  const match = { start: found.start, end: Math.min(found.end, found.start + longestMatch) };
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

/** The nearest place at or before `place` at which no sign (an emoji of several code points, a letter with marks) is cut. */
function betweenSigns(text: string, place: number): number {
  const from = Math.max(0, place - longestSign);
  const near = text.slice(from, place + longestSign);
  const segments = new Intl.Segmenter().segment(near);
  return from + (segments.containing(place - from)?.index ?? near.length);
}
