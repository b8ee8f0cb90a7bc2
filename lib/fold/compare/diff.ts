import type { Conversation, Note, Variable } from "@/lib/conversation/conversation";
import { getOwn } from "@/lib/conversation/set-own";
import { isSameActor } from "@/lib/events/actor";
import type { Actor } from "@/lib/events/event";

/** The difference between two states of one conversation, or between two conversations. Null on a side: missing there. */
export interface ConversationDifference {
  variables: { name: string; before: Variable | null; after: Variable | null }[];
  /** Added, removed or renamed. */
  labels: { id: string; before: { name: string | null } | null; after: { name: string | null } | null }[];
  assignee: { before: Actor | null; after: Actor | null } | null;
  status: { before: "open" | "closed"; after: "open" | "closed" } | null;
  title: { before: string; after: string } | null;
  notes: { added: Note[]; removed: Note[] };
  /** Counts that differ: of all events, and of the messages by sender type. */
  counts: { of: Counted; before: number; after: number }[];
  /** In milliseconds, and the instant since when the visitor has waited (ISO 8601); null: not known, or nobody waits. */
  waits: (
    | { of: MeasuredWait; before: number | null; after: number | null }
    | { of: "waitingSince"; before: string | null; after: string | null }
  )[];
}

export type MeasuredWait = (typeof measuredWaits)[number];

const measuredWaits = ["humanWaitMs", "firstReplyMs", "longestReplyMs"] as const;

export type Counted = "events" | keyof Conversation["messageCounts"];

type Compared = Pick<
  Conversation,
  | "variables"
  | "labels"
  | "assignee"
  | "status"
  | "title"
  | "notes"
  | "eventCount"
  | "messageCounts"
  | MeasuredWait
  | "waitingSince"
>;

/** Compares two states. A variable that was set again to the same value has not changed. */
export function diffConversations(before: Compared, after: Compared): ConversationDifference {
  return {
    variables: changedVariables(before.variables, after.variables),
    labels: changedLabels(before.labels, after.labels),
    assignee: isSameActor(before.assignee, after.assignee) ? null : { before: before.assignee, after: after.assignee },
    status: changed(before.status, after.status),
    title: changed(before.title, after.title),
    notes: { added: notIn(before.notes, after.notes), removed: notIn(after.notes, before.notes) },
    counts: counted.flatMap((of) => {
      const counts = changed(countOf(before, of), countOf(after, of));
      return counts === null ? [] : [{ of, ...counts }];
    }),
    waits: changedWaits(before, after),
  };
}

const counted: readonly Counted[] = ["events", "visitor", "bot", "user"];

function countOf({ eventCount, messageCounts }: Compared, of: Counted): number {
  return of === "events" ? eventCount : messageCounts[of];
}

function changedWaits(before: Compared, after: Compared): ConversationDifference["waits"] {
  const measured = measuredWaits.flatMap((of) => {
    const wait = changed(before[of], after[of]);
    return wait === null ? [] : [{ of, ...wait }];
  });
  const since = changed(before.waitingSince, after.waitingSince);
  return since === null ? measured : [...measured, { of: "waitingSince", ...since }];
}

function changed<Value extends string | number | null>(
  before: Value,
  after: Value,
): { before: Value; after: Value } | null {
  return before === after ? null : { before, after };
}

function notIn(some: readonly Note[], others: readonly Note[]): Note[] {
  const known = new Set(some.map(({ eventId }) => eventId));
  return others.filter(({ eventId }) => !known.has(eventId));
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
