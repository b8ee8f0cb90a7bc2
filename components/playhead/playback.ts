import { silenceBetween } from "@/components/timeline/silence";
import type { Event } from "@/lib/events/event";

export const playSpeeds = ["1×", "4×", "16×", "max"] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

const factors: Record<PlaySpeed, number> = { "1×": 1, "4×": 4, "16×": 16, max: Number.POSITIVE_INFINITY };

/** However long nothing happened, playing waits at most this long at 1×, in milliseconds. */
const shortenedSilence = 4000;
const shortestFrame = 40;
/** At `max` a conversation of any length plays in about this time, in milliseconds. */
const longestRun = 12_000;

/** What playing does next: go to this event after that many milliseconds; `null` at the end. */
export function nextFrame(
  events: readonly Event[],
  index: number,
  speed: PlaySpeed,
): { index: number; after: number } | null {
  if (index >= events.length - 1) return null;
  if (speed === "max") {
    const step = Math.max(1, Math.ceil((events.length * shortestFrame) / longestRun));
    return { index: Math.min(events.length - 1, index + step), after: shortestFrame };
  }
  const [now, next] = [events[index], events[index + 1]];
  const pause = now && next ? Math.min(shortenedSilence, silenceBetween(now, next)) : 0;
  return { index: index + 1, after: Math.max(shortestFrame, pause / factors[speed]) };
}
