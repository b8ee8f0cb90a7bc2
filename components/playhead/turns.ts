import { actorVoice } from "@/components/ui/actor-voice";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";

/**
 * The index of the next (`+1`) or previous (`-1`) turn: a message whose speaker has a different voice than the message before it.
 * If there is none, the first or last event.
 */
export function neighbouringTurn(events: readonly Event[], index: number, direction: 1 | -1): number {
  const starts = turnStarts(events);
  if (direction === 1) return starts.find((start) => start > index) ?? events.length - 1;
  return starts.findLast((start) => start < index) ?? 0;
}

function turnStarts(events: readonly Event[]): number[] {
  const starts: number[] = [];
  let speaker: string | null = null;
  events.forEach((event, index) => {
    if (rowOf(event) !== "message") return;
    const voice = actorVoice(event.actor);
    if (voice !== speaker) starts.push(index);
    speaker = voice;
  });
  return starts;
}
