import { eventTypes } from "@/lib/event-types/event-types";
import type { Event } from "@/lib/events/event";
import { fieldNames } from "@/lib/messages/field-names";
import { type UnreadField, unreadFields } from "@/lib/messages/unread-fields";
import { unreadOutsideMessage } from "./unread-outside-message";

/** The fields of a `…_by` object that `readActor` reads. */
const actorNames = ["type", "id", "email", "name"];

/**
 * Fields of a recognised event that its definition does not read, without those of its message (see `unreadOfMessage`). Empty for
 * an event that is shown as data.
 */
export function unreadOfEvent({ type, payload, actor, recognised }: Event): UnreadField[] {
  const known = recognised ? eventTypes.get(type) : undefined;
  if (known === undefined) return [];
  if (known.row === "message") return unreadOutsideMessage(payload, actor);
  const parsed = known.payload.safeParse(payload);
  if (!parsed.success) return [];
  const names = new Set([...fieldNames(known.payload), ...actorNames]);
  return unreadFields(payload, { content: [parsed.data, actor], names, settled: new Set(known.settled) });
}
