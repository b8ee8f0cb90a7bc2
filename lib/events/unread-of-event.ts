import { fieldNames } from "@/lib/messages/field-names";
import { type UnreadField, unreadFields } from "@/lib/messages/unread-fields";
import type { Event } from "./event";
import { payloadSchemaOf } from "./event-types";

/** What `readActor` reads of a `…_by`, and words that turn into one of two. */
const actorNames = ["type", "id", "email", "name"];
const settled = new Set(["status", "action"]);

/**
 * What a recognised event carries that its definition does not read: all of the payload but what a message holds, for which
 * `unreadOfMessage` answers. Nothing for an event that is shown as data anyway.
 */
export function unreadOfEvent({ type, payload, actor, recognised }: Event): UnreadField[] {
  const schema = recognised ? payloadSchemaOf(type) : null;
  const parsed = schema?.safeParse(payload);
  if (schema === null || parsed === undefined || !parsed.success) return [];
  return unreadFields(payload, {
    content: [parsed.data, actor],
    names: new Set([...fieldNames(schema), ...actorNames]),
    settled,
  });
}
