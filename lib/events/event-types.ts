import type { z } from "zod";
import { assigneeChange } from "./assignee-change";
import { conversationCreate } from "./conversation-create";
import { conversationLabels } from "./conversation-labels";
import type { EventDefinition } from "./event-definition";
import { type Interpretation, interpretBy, notUnderstood } from "./interpretation";
import { message } from "./message";
import { note } from "./note";
import { status } from "./status";
import { variables } from "./variables";

/** The events that Playhead understands (docs/support-hunt/webhook.md §3). A new one is a file and a line here. */
const eventTypes = new Map([
  known(conversationCreate),
  known(message),
  known(status),
  known(assigneeChange),
  known(variables),
  known(conversationLabels),
  known(note),
]);

interface KnownType {
  payload: z.ZodType;
  interpret: (payload: unknown) => Interpretation;
}

/** What an event of this type with this payload means. Never throws; an unknown type is taken as data. */
export function interpret(type: string, payload: unknown): Interpretation {
  const definition = eventTypes.get(type);
  if (definition !== undefined) return definition.interpret(payload);
  return notUnderstood(
    type,
    payload,
    `Playhead doesn't recognise the event type "${type}" yet; its data is kept below.`,
  );
}

/** The schema that reads payloads of a type; null for a type not known. */
export function payloadSchemaOf(type: string): z.ZodType | null {
  return eventTypes.get(type)?.payload ?? null;
}

function known<Payload>(definition: EventDefinition<string, Payload>): [string, KnownType] {
  return [definition.type, { payload: definition.payload, interpret: interpretBy(definition) }];
}
