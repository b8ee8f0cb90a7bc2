import type { z } from "zod";
import type { EventDefinition } from "./event-definition";
import { type Interpretation, interpretBy, notUnderstood } from "./interpretation";
import { assigneeChange } from "./types/assignee-change";
import { conversationCreate } from "./types/conversation-create";
import { conversationLabels } from "./types/conversation-labels";
import { message } from "./types/message";
import { note } from "./types/note";
import { status } from "./types/status";
import { variables } from "./types/variables";

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
  return notUnderstood(type, payload, `“${type}” is an event type that Playhead does not know`);
}

/** The schema that reads payloads of a type; null for a type not known. */
export function payloadSchemaOf(type: string): z.ZodType | null {
  return eventTypes.get(type)?.payload ?? null;
}

function known<Payload>(definition: EventDefinition<string, Payload>): [string, KnownType] {
  return [definition.type, { payload: definition.payload, interpret: interpretBy(definition) }];
}
