import type { Event } from "@/lib/events/event";
import { columnX, type StripLayout } from "./strip-layout";

/** A day begins at this place of the strip, in pixels from the left; `instant` is in it. */
export interface DayMark {
  x: number;
  instant: string;
  /** At which side of the mark there is room for the day's name; null: at none. */
  side: "left" | "right" | null;
}

/** Room for `Wed 30 Sep`. */
const leastDistance = 72;

/** Where days begin in a conversation of several days on a strip of this width in pixels, as far apart as their names need; empty where there is one day. */
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
