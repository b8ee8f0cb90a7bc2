import type { Event } from "@/lib/events/event";
import type { Moment } from "./conversation";

/** An event as a moment of its conversation. */
export function momentOf({ id, occurredAt }: Event): Moment {
  return { eventId: id, at: occurredAt };
}
