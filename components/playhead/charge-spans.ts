import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import type { Actor } from "@/lib/events/event";

/** Someone was in charge from the event at index `from` until the next span. `voice` is null while nobody was. */
export interface ChargeSpan {
  from: number;
  voice: Voice | null;
}

/** The assignee history: `eventId` is the change that began a span, null for the first. */
type Assigned = readonly { assignee: Actor | null; eventId: string | null }[];

/** Who was in charge, in order of the events. Adjacent spans of one hue are merged; changes that are not loaded are omitted. */
export function chargeSpans(history: Assigned, indexOf: (eventId: string) => number | undefined): ChargeSpan[] {
  const spans: ChargeSpan[] = [];
  for (const { assignee, eventId } of history) {
    const from = eventId === null ? 0 : indexOf(eventId);
    if (from === undefined) continue;
    const voice = assignee === null ? null : actorVoice(assignee);
    const last = spans.at(-1);
    if (last?.from === from) last.voice = voice;
    else if (last?.voice !== voice) spans.push({ from, voice });
  }
  return spans;
}
