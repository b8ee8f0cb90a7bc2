import { fieldNames } from "@/lib/messages/field-names";
import { type UnreadField, unreadFields } from "@/lib/messages/unread-fields";
import type { Event } from "../event";
import { payloadSchemaOf } from "../event-types";
import { isRecord } from "../is-record";

/** What `readActor` reads of a `…_by`. */
const actorNames = ["type", "id", "email", "name"];
/** Words that turn into one of two. */
const settled = new Set(["status", "action"]);

/**
 * What a recognised event carries that its definition does not read: all of the payload but what a message holds, for which
 * `unreadOfMessage` answers. Nothing for an event that is shown as data anyway.
 */
export function unreadOfEvent({ type, payload, actor, recognised }: Event): UnreadField[] {
  if (!recognised) return [];
  if (type === "message") return unreadBesideMessage(payload, actor);
  const schema = payloadSchemaOf(type);
  const parsed = schema?.safeParse(payload);
  if (schema === null || parsed === undefined || !parsed.success) return [];
  const names = new Set([...fieldNames(schema), ...actorNames]);
  return unreadFields(payload, { content: [parsed.data, actor], names, settled });
}

const besideMessage = new Set(actorNames);

/** Whether the message itself is recognised or not: the envelope of its sender is the same. */
export function unreadBesideMessage(payload: unknown, actor: Event["actor"]): UnreadField[] {
  if (!isRecord(payload)) return [];
  const { message: _, ...rest } = payload;
  return unreadFields(rest, { content: actor, names: besideMessage });
}
