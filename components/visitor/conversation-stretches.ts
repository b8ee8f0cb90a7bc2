import type { Event } from "@/lib/events/event";

/** Consecutive events of one conversation in the visitor's timeline. */
export interface Stretch {
  conversationKey: string;
  events: Event[];
}

/** Splits events wherever the conversation changes. */
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
