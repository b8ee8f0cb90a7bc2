import type { Event } from "@/lib/events/event";
import { silenceBetween } from "@/lib/fold/log/silence";

/** Playback speeds: real time, faster, or the whole conversation in twelve seconds. */
export const playSpeeds = ["1×", "4×", "16×", "whole"] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

export const speedNames: Record<PlaySpeed, string> = { "1×": "1×", "4×": "4×", "16×": "16×", whole: "Whole in 12 s" };

const factors: Record<PlaySpeed, number> = { "1×": 1, "4×": 4, "16×": 16, whole: Number.POSITIVE_INFINITY };

/** Longer silences are shortened to this at 1×, in milliseconds. */
const shortenedSilence = 4000;
const shortestFrame = 40;
/** Approximate duration at `whole`, in milliseconds, for any length. */
const wholeRun = 12_000;
/** The longest playback at the default speed, in milliseconds. */
const patience = 60_000;

/** The next step of playback: the event to move to and the delay in milliseconds; `null` at the end. */
export function nextFrame(
  events: readonly Event[],
  index: number,
  speed: PlaySpeed,
): { index: number; after: number } | null {
  if (index >= events.length - 1) return null;
  if (speed === "whole") {
    const step = Math.max(1, Math.ceil((events.length * shortestFrame) / wholeRun));
    return { index: Math.min(events.length - 1, index + step), after: (wholeRun * step) / events.length };
  }
  const [now, next] = [events[index], events[index + 1]];
  const pause = now && next ? Math.min(shortenedSilence, silenceBetween(now, next)) : 0;
  return { index: index + 1, after: Math.max(shortestFrame, pause / factors[speed]) };
}

/** The slowest speed at which the whole conversation plays within a minute. */
export function usualSpeed(events: readonly Event[]): PlaySpeed {
  let pauses = 0;
  for (const [place, event] of events.entries()) {
    const next = events[place + 1];
    if (next) pauses += Math.min(shortenedSilence, silenceBetween(event, next));
  }
  return (
    playSpeeds.find((speed) => Math.max(events.length * shortestFrame, pauses / factors[speed]) <= patience) ?? "whole"
  );
}
