import type { Event } from "@/lib/events/event";

/** Events of one conversation that follow each other in the timeline of all. */
export interface Stretch {
  conversationKey: string;
  events: Event[];
}

/** Cuts events, in their order, where another conversation goes on. */
export function conversationStretches(events: readonly Event[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const event of events) {
    const conversationKey = event.envelope.conversation.key;
    const last = stretches.at(-1);
    if (last?.conversationKey === conversationKey) last.events.push(event);
    else stretches.push({ conversationKey, events: [event] });
  }
  return stretches;
}
