import { assigneeChange } from "./assignee-change";
import { conversationCreate } from "./conversation-create";
import { conversationLabels } from "./conversation-labels";
import { type Interpretation, interpretBy, notUnderstood } from "./interpretation";
import { message } from "./message";
import { note } from "./note";
import { status } from "./status";
import { variables } from "./variables";

/** The events that Playhead understands (docs/support-hunt/webhook.md §3). A new one is a file and a line here. */
const eventTypes = new Map([
  [conversationCreate.type as string, interpretBy(conversationCreate)],
  [message.type, interpretBy(message)],
  [status.type, interpretBy(status)],
  [assigneeChange.type, interpretBy(assigneeChange)],
  [variables.type, interpretBy(variables)],
  [conversationLabels.type, interpretBy(conversationLabels)],
  [note.type, interpretBy(note)],
]);

/** What an event of this type with this payload means. Never throws; an unknown type is taken as data. */
export function interpret(type: string, payload: unknown): Interpretation {
  const known = eventTypes.get(type);
  if (known !== undefined) return known(payload);
  return notUnderstood(type, payload, `“${type}” is an event type that Playhead does not know`);
}
