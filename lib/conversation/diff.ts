import { isSameActor } from "@/lib/events/actor";
import type { Actor } from "@/lib/events/event";
import type { Conversation, Variable } from "./conversation";
import { getOwn } from "./set-own";

/** What differs between two moments of one conversation, or between two conversations. Null on a side: not there. */
export interface ConversationDifference {
  variables: { name: string; before: Variable | null; after: Variable | null }[];
  /** Added, removed or renamed. */
  labels: { id: string; before: { name: string | null } | null; after: { name: string | null } | null }[];
  assignee: { before: Actor | null; after: Actor | null } | null;
  status: { before: "open" | "closed"; after: "open" | "closed" } | null;
}

type Compared = Pick<Conversation, "variables" | "labels" | "assignee" | "status">;

/** What changed from one state to another. A variable set again to the value that it had has not changed. */
export function diffConversations(before: Compared, after: Compared): ConversationDifference {
  return {
    variables: changedVariables(before.variables, after.variables),
    labels: changedLabels(before.labels, after.labels),
    assignee: isSameActor(before.assignee, after.assignee) ? null : { before: before.assignee, after: after.assignee },
    status: before.status === after.status ? null : { before: before.status, after: after.status },
  };
}

type Variables = Conversation["variables"];

function changedVariables(before: Variables, after: Variables): ConversationDifference["variables"] {
  return union(Object.keys(before), Object.keys(after))
    .map((name) => ({ name, before: getOwn(before, name) ?? null, after: getOwn(after, name) ?? null }))
    .filter((change) => !isSameVariable(change.before, change.after));
}

function isSameVariable(before: Variable | null, after: Variable | null): boolean {
  if (before === null || after === null || before === after) return before === after;
  return before.type === after.type && JSON.stringify(before.value) === JSON.stringify(after.value);
}

type Labels = Conversation["labels"];

function changedLabels(before: Labels, after: Labels): ConversationDifference["labels"] {
  const nameIn = (labels: Labels, id: string) => {
    const label = labels.find((each) => each.id === id);
    return label === undefined ? null : { name: label.name };
  };
  return union(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
    .map((id) => ({ id, before: nameIn(before, id), after: nameIn(after, id) }))
    .filter(
      (change) => (change.before === null) !== (change.after === null) || change.before?.name !== change.after?.name,
    );
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
