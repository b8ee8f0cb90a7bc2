import { type Voice, voiceOf } from "@/components/actors/voice";
import type { Event } from "@/lib/events/event";
import { longSilence, silenceBetween } from "@/lib/fold/log/silence";

/** One bar of the strip: the events `from` to `to` (inclusive indexes), in pixels from the left, heights from 0 to 1. */
export interface StripColumn {
  from: number;
  to: number;
  x: number;
  width: number;
  parts: readonly { voice: Voice; height: number }[];
}

interface StripSilence {
  x: number;
  width: number;
  milliseconds: number;
}

export interface StripLayout {
  columns: readonly StripColumn[];
  silences: readonly StripSilence[];
  /** Left edges of the bars that contain notes. */
  notes: readonly number[];
  /** Distance between the left edges of adjacent bars. */
  pitch: number;
}

const widestPitch = 26;
const widestBar = 12;
const narrowestPitch = 4;
const silenceWidth = 76;
/** Maximum share of the strip for labels of silences; the longest silences win. */
const silenceShare = 0.4;
/** Minimum share of the conversation's duration for a silence to get a label. */
const tellingSilence = 0.04;
/** From bottom to top, the same order in every bar so that bars can be compared. */
const stacking: readonly Voice[] = ["system", "bot", "agent", "visitor", "note"];

/**
 * Lays out a conversation on a strip `width` pixels wide: one bar per event, or per several events if there are too many, and the
 * longest silences as fixed-width labels between them.
 */
export function layoutStrip(events: readonly Event[], width: number): StripLayout {
  if (events.length === 0 || width <= 0) return { columns: [], silences: [], notes: [], pitch: widestPitch };
  const breaks = longestSilences(events, Math.floor((width * silenceShare) / silenceWidth));
  const room = Math.max(narrowestPitch, width - breaks.length * silenceWidth);
  const pitch = Math.min(widestPitch, Math.max(narrowestPitch, room / events.length));
  const perColumn = Math.max(1, (events.length * pitch) / room);

  const columns: StripColumn[] = [];
  const silences: StripSilence[] = [];
  let x = 0;
  let start = 0;
  for (const end of [...breaks.map((entry) => entry.before), events.length]) {
    const count = Math.max(1, Math.floor((end - start) / perColumn));
    for (let column = 0; column < count; column++) {
      const from = start + Math.floor(((end - start) * column) / count);
      const to = start + Math.floor(((end - start) * (column + 1)) / count) - 1;
      columns.push({ from, to, x, width: Math.min(widestBar, pitch * 0.78), parts: partsOf(events, from, to) });
      x += pitch;
    }
    const silence = breaks[silences.length];
    if (end < events.length && silence) {
      silences.push({ x, width: silenceWidth, milliseconds: silence.milliseconds });
      x += silenceWidth;
    }
    start = end;
  }
  const notes = columns.flatMap(({ x, from, to }) => (holdsNote(events, from, to) ? [x] : []));
  return { columns, silences, notes, pitch };
}

function holdsNote(events: readonly Event[], from: number, to: number): boolean {
  for (let index = from; index <= to; index++) if (events[index]?.type === "note") return true;
  return false;
}

/** The left edge of the bar that contains the event at `index`. */
export function columnX({ columns }: StripLayout, index: number): number {
  return columns[columnOf(columns, index)]?.x ?? 0;
}

/** The right edge of the last bar. */
export function stripEnd({ columns }: StripLayout): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : 0;
}

/** The playhead's position when it is at the event with this `index`. */
export function playheadX({ columns, pitch }: StripLayout, index: number): number {
  const column = columns[columnOf(columns, index)];
  if (!column) return 0;
  const share = (index - column.from + 1) / (column.to - column.from + 1);
  return column.x + share * (column.width + Math.min(4, (pitch - column.width) / 2));
}

/** The event at a position on the strip; positions in a silence belong to the bar on their left. */
export function indexAtX({ columns, pitch }: StripLayout, x: number): number {
  let found = columns[0];
  for (const column of columns) {
    if (column.x > x) break;
    found = column;
  }
  if (!found) return 0;
  const share = Math.min(1, Math.max(0, (x - found.x) / pitch));
  return Math.min(found.to, found.from + Math.floor(share * (found.to - found.from + 1)));
}

function columnOf(columns: readonly StripColumn[], index: number): number {
  let low = 0;
  let high = columns.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle]?.to ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function longestSilences(events: readonly Event[], limit: number): { before: number; milliseconds: number }[] {
  const found: { before: number; milliseconds: number }[] = [];
  const [first, last] = [events[0], events.at(-1)];
  const least = first && last ? Math.max(longSilence, silenceBetween(first, last) * tellingSilence) : longSilence;
  for (let index = 1; index < events.length; index++) {
    const [earlier, later] = [events[index - 1], events[index]];
    if (!earlier || !later) continue;
    const milliseconds = silenceBetween(earlier, later);
    if (milliseconds >= least) found.push({ before: index, milliseconds });
  }
  const longest = found.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, limit);
  return longest.sort((a, b) => a.before - b.before);
}

function partsOf(events: readonly Event[], from: number, to: number): { voice: Voice; height: number }[] {
  const heights = new Map<Voice, number>();
  for (let index = from; index <= to; index++) {
    const event = events[index];
    if (!event) continue;
    const voice = voiceOf(event);
    heights.set(voice, (heights.get(voice) ?? 0) + heightOf(event, voice));
  }
  const count = to - from + 1;
  return stacking.flatMap((voice) => {
    const height = heights.get(voice);
    return height === undefined ? [] : [{ voice, height: height / count }];
  });
}

/** Longer texts have taller bars, on a logarithmic scale, so that a one-word answer remains visible. */
function heightOf(event: Event, voice: Voice): number {
  if (voice === "system" || voice === "note") return 0.24;
  const length = Math.min(1, Math.log2(1 + event.text.length) / 8);
  return 0.4 + 0.6 * length;
}
