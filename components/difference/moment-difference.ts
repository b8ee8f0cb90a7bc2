import type { Conversation } from "@/lib/conversation/conversation";
import type { Actor, Event } from "@/lib/events/event";
import { type ConversationDifference, diffConversations } from "@/lib/fold/compare/diff";
import type { Change } from "@/lib/fold/log/change";

/** The last event between two moments that changed something, and the number of changes between them. */
export interface Cause {
  eventId: string;
  at: string;
  by: Actor | null;
  times: number;
}

type Caused<Difference> = Difference & { cause: Cause | null };

/** The differences between two moments of one conversation, each with its cause; null if the log does not contain it. */
export type MomentDifference = Omit<
  ConversationDifference,
  "variables" | "labels" | "assignee" | "status" | "title" | "waits"
> & {
  variables: Caused<ConversationDifference["variables"][number]>[];
  labels: Caused<ConversationDifference["labels"][number]>[];
  assignee: Caused<NonNullable<ConversationDifference["assignee"]>> | null;
  status: Caused<NonNullable<ConversationDifference["status"]>> | null;
  title: Caused<NonNullable<ConversationDifference["title"]>> | null;
  waits: Caused<ConversationDifference["waits"][number]>[];
  /** What was changed between the moments and is the same at both. */
  passing: { what: string; cause: Cause }[];
};

interface Moments {
  /** The states at the earlier and the later moment. */
  before: Conversation;
  after: Conversation;
  /** The events between them, including the later moment's own, in timeline order. */
  between: readonly Event[];
  /** The changes of each event, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
}

/** Compares two moments of one conversation. */
export function momentDifference({ before, after, between, changes }: Moments): MomentDifference {
  const difference = diffConversations(before, after);
  const causes = causesIn(between, changes);
  const taken = new Set<string>();
  const cause = (subject: string) => {
    taken.add(subject);
    return causes.get(subject)?.cause ?? null;
  };
  return {
    ...difference,
    variables: difference.variables.map((each) => ({ ...each, cause: cause(`variable ${each.name}`) })),
    labels: difference.labels.map((each) => ({ ...each, cause: cause(`label ${each.id}`) })),
    assignee: difference.assignee && { ...difference.assignee, cause: cause("assignee") },
    status: difference.status && { ...difference.status, cause: cause("status") },
    title: difference.title && { ...difference.title, cause: causeOfTitle(between, after) },
    waits: difference.waits.map((wait) => ({ ...wait, cause: causeOfWait(wait, after, between) })),
    passing: [...causes].flatMap(([subject, { what, cause: last }]) =>
      taken.has(subject) ? [] : [{ what, cause: last }],
    ),
  };
}

function causesIn(between: readonly Event[], changes: Moments["changes"]): Map<string, { what: string; cause: Cause }> {
  const causes = new Map<string, { what: string; cause: Cause }>();
  for (const event of between) {
    for (const change of changes.get(event.id) ?? []) {
      const { subject, what } = subjectOf(change);
      const times = (causes.get(subject)?.cause.times ?? 0) + 1;
      causes.set(subject, { what, cause: { eventId: event.id, at: change.at, by: change.by, times } });
    }
  }
  return causes;
}

function subjectOf(change: Change): { subject: string; what: string } {
  switch (change.kind) {
    case "variable":
      return { subject: `variable ${change.name}`, what: change.name };
    case "label":
      return { subject: `label ${change.label.id}`, what: change.label.name ?? `Label ${change.label.id}` };
    case "status":
      return { subject: "status", what: "Status" };
    case "assignee":
      return { subject: "assignee", what: "Assignee" };
  }
}

/** The event between the moments that ended a wait, or began one; null where several may have. */
function causeOfWait(
  { of, after: now }: ConversationDifference["waits"][number],
  { handling }: Conversation,
  between: readonly Event[],
): Cause | null {
  const { firstReply, lastReply, waitingFor } = handling;
  const ended = of === "longestReplyMs" || of === "waitingSince" ? lastReply : firstReply;
  const moment = of === "waitingSince" && now !== null ? waitingFor : ended;
  const event = between.find(({ id }) => id === moment?.eventId);
  // The longest wait need not have ended with the last reply.
  if (event === undefined || (of === "longestReplyMs" && firstReply?.eventId !== lastReply?.eventId)) return null;
  return { eventId: event.id, at: event.occurredAt, by: event.actor, times: 1 };
}

/** A title is the creation's, else what the visitor is called. */
function causeOfTitle(between: readonly Event[], { variables }: Conversation): Cause | null {
  const namings = new Set(naming.flatMap((name) => variables[name]?.eventId ?? []));
  const event = between.findLast(({ id, type }) => type === "conversation_create" || namings.has(id));
  return event === undefined ? null : { eventId: event.id, at: event.occurredAt, by: event.actor, times: 1 };
}

const naming = ["visitor_name", "visitor_email", "visitor_phone"];
