import type { Conversation, Variable } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";

interface ChangeOrigin {
  eventId: string;
  eventType: string;
  /** The event's place in the timeline. */
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
  /** How long the one before had been in charge, in milliseconds; null where that is not known. */
  heldFor: number | null;
};

/** What one event changed in the conversation's state: the cause of every value that the page shows. */
export type Change = VariableChange | LabelChange | StatusChange | AssigneeChange;
