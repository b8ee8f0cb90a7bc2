import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";

/** The ids of the events that set facts about the whole conversation; null if there is none. */
export interface FactCauses {
  title: string | null;
  channel: string | null;
  bot: string | null;
  created: string | null;
  lastEvent: string | null;
  /** For data in every event's envelope. */
  envelope: string | null;
}

/** Finds them among the `events` (timeline order) up to `index`. */
export function factCauses(
  { title, variables }: Pick<Conversation, "title" | "variables">,
  events: readonly Event[],
  index: number,
): FactCauses {
  const creation =
    events.findLast((event, place) => place <= index && event.type === "conversation_create")?.id ?? null;
  const first = events[0]?.id ?? null;
  // A conversation without a title is named after its visitor.
  const naming = ["visitor_name", "visitor_email", "visitor_phone"].map((name) => variables[name]);
  return {
    title: naming.find((variable) => variable?.value === title)?.eventId ?? creation ?? first,
    channel: variables.global_channel_name?.eventId ?? creation,
    bot: variables.bot_name?.eventId ?? first,
    created: creation ?? first,
    lastEvent: events[index]?.id ?? null,
    envelope: first,
  };
}
