import type { Conversation, Variable } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";

interface ChangeOrigin {
  eventId: string;
  eventType: string;
  /** The event's index in the timeline. */
  index: number;
  at: string;
  by: Actor | null;
}

export type VariableChange = ChangeOrigin & {
  kind: "variable";
  name: string;
  before: Variable | null;
  after: Variable;
};
export type LabelChange = ChangeOrigin & { kind: "label"; label: Conversation["labels"][number]; added: boolean };
export type StatusChange = ChangeOrigin & {
  kind: "status";
  before: Conversation["status"] | null;
  after: Conversation["status"];
};
export type AssigneeChange = ChangeOrigin & {
  kind: "assignee";
  before: Actor | null;
  after: Actor | null;
  /** How long the previous assignee was assigned, in milliseconds; null if unknown. */
  heldFor: number | null;
};

/** A change of the conversation's state by one event: the cause of a value on the page. */
export type Change = VariableChange | LabelChange | StatusChange | AssigneeChange;
