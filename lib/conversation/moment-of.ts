import type { Event } from "@/lib/events/event";
import type { Moment } from "./conversation";

/** The id and timestamp of an event. */
export function momentOf({ id, occurredAt }: Event): Moment {
  return { eventId: id, at: occurredAt };
}
