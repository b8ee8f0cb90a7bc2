import { assigneeChange } from "@/lib/event-types/types/assignee-change";
import { conversationCreate } from "@/lib/event-types/types/conversation-create";
import { conversationLabels } from "@/lib/event-types/types/conversation-labels";
import { message } from "@/lib/event-types/types/message";
import { messageStatus } from "@/lib/event-types/types/message-status";
import { note } from "@/lib/event-types/types/note";
import { slaBreached } from "@/lib/event-types/types/sla-breached";
import { status } from "@/lib/event-types/types/status";
import { variables } from "@/lib/event-types/types/variables";
import type { EventDefinition } from "./event-definition";
import { type Interpretation, interpretBy } from "./interpretation";

/** The known event types (docs/support-hunt/webhook.md §3). A new one is a file and a line here. */
export const eventTypes: ReadonlyMap<string, KnownType> = new Map([
  known(conversationCreate),
  known(message),
  known(status),
  known(assigneeChange),
  known(variables),
  known(conversationLabels),
  known(note),
  known(messageStatus),
  known(slaBreached),
]);

/** The payload-independent part of a definition, and its parser. */
export interface KnownType extends Pick<EventDefinition<string, unknown>, "type" | "row" | "category" | "settled"> {
  readonly payload: EventDefinition<string, unknown>["payload"];
  readonly isOutlined: boolean;
  readonly interpret: (payload: unknown) => Interpretation;
}

function known<Payload>(definition: EventDefinition<string, Payload>): [string, KnownType] {
  const { type, row, category, settled = [], payload, outline } = definition;
  const interpret = interpretBy(definition);
  return [type, { type, row, category, settled, payload, isOutlined: outline !== undefined, interpret }];
}
