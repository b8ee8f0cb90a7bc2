import type { Event } from "@/lib/events/event";
import { isRecord } from "@/lib/json/is-record";
import { type UnreadField, unreadFields } from "@/lib/messages/unread-fields";

/** The fields of a `…_by` object that `readActor` reads. */
const actorNames = new Set(["type", "id", "email", "name"]);

/** Unread fields of the payload outside the message, for recognised and unrecognised messages alike. */
export function unreadOutsideMessage(payload: unknown, actor: Event["actor"]): UnreadField[] {
  if (!isRecord(payload)) return [];
  const { message: _, ...rest } = payload;
  return unreadFields(rest, { content: actor, names: actorNames });
}
