import type { Event } from "@/lib/events/event";
import { columnX, type StripLayout } from "./strip-layout";

/** The position of a day's start on the strip, in pixels from the left; `instant` is in that day. */
export interface DayMark {
  x: number;
  instant: string;
  /** The side of the mark where the label fits; null if neither. */
  side: "left" | "right" | null;
}

/** Width of `Wed 30 Sep` in pixels. */
const leastDistance = 72;

/** The starts of days on a strip of this width in pixels, spaced so that labels fit; empty for a conversation within one day. */
export function dayMarks(
  events: readonly Event[],
  layout: StripLayout,
  width: number,
  dayKey: (instant: string) => string,
): DayMark[] {
  const marks: DayMark[] = [];
  let isSeveral = false;
  let last: string | null = null;
  for (const [index, { occurredAt }] of events.entries()) {
    const key = dayKey(occurredAt);
    if (key === last) continue;
    isSeveral ||= last !== null;
    last = key;
    const x = columnX(layout, index);
    const before = marks.at(-1);
    const distance = before === undefined ? Number.POSITIVE_INFINITY : x - before.x;
    if (distance < leastDistance) continue;
    const isAtEnd = x + leastDistance > width;
    const side = !isAtEnd ? "right" : distance >= 2 * leastDistance ? "left" : null;
    marks.push({ x, instant: occurredAt, side });
  }
  return isSeveral ? marks : [];
}
