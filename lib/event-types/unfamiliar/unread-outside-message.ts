import type { Event } from "@/lib/events/event";
import { isRecord } from "@/lib/json/is-record";
import { type UnreadField, unreadFields } from "@/lib/messages/unread-fields";

/** What `readActor` reads of a `…_by`. */
const actorNames = new Set(["type", "id", "email", "name"]);

/** Fields of the payload, outside the message, that are not read. The same for recognised and unrecognised messages. */
export function unreadOutsideMessage(payload: unknown, actor: Event["actor"]): UnreadField[] {
  if (!isRecord(payload)) return [];
  const { message: _, ...rest } = payload;
  return unreadFields(rest, { content: actor, names: actorNames });
}
