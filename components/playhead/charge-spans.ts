import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";

/** Somebody was in charge from the event at index `from` on, up to the next span. `voice` is null while nobody was. */
export interface ChargeSpan {
  from: number;
  voice: Voice | null;
}

/** Who was in charge, in the order of the events; the first span begins with the first event. */
export function chargeSpans(
  { assignments, assignee }: Pick<Conversation, "assignments" | "assignee">,
  indexOf: (eventId: string) => number | undefined,
): ChargeSpan[] {
  const [first] = assignments;
  const spans: ChargeSpan[] = [{ from: 0, voice: voiceOf(first ? first.from : assignee) }];
  for (const { eventId, to } of assignments) {
    const from = indexOf(eventId);
    if (from === undefined) continue;
    const voice = voiceOf(to);
    const last = spans.at(-1);
    if (last?.from === from) last.voice = voice;
    else if (last?.voice !== voice) spans.push({ from, voice });
  }
  return spans;
}

function voiceOf(actor: Actor | null): Voice | null {
  return actor === null ? null : actorVoice(actor);
}
