import { isSettled } from "@/lib/filters/definitions/conversation/settled";
import { isEngaged } from "@/lib/filters/definitions/service/engaged";
import type { ColumnCondition } from "@/lib/filters/kinds/condition";
import { column, either } from "@/lib/filters/kinds/condition";
import type { Narrowing } from "./narrow";

/** A kind of event that a metric depends on. */
export type NeededEvent = "message" | "assignee_change" | "status";

interface Described {
  title: string;
  /** One sentence, for people. */
  definition: string;
  /** If one of these has never arrived, there is no value. */
  needs: readonly NeededEvent[];
  /** The direction of an improvement, if there is one. */
  better?: "more" | "less";
  /** The filters that the counted conversations match: a share's numerator; for durations and numbers, those with a value. */
  counted: Narrowing;
}

export type Metric =
  | (Described & { unit: "count" })
  | (Described & { unit: "share"; of: readonly ColumnCondition[] })
  | (Described & { unit: "duration" | "number"; value: MetricValue; unanswered?: Narrowing });

/** Where the values of a duration (microseconds) or number come from; `replies`: one per reply time. */
export type MetricValue = "handoverWait" | "closedAfter" | "duration" | "visitorTurns" | "replies";

const isClosed = column("status").is("closed");

/** All metrics, by their names in the API. The definitions are in docs/analytics.md. */
export const metrics = {
  started: {
    title: "Conversations",
    unit: "count",
    definition: "Conversations that started in the period.",
    needs: [],
    counted: {},
  },
  engaged: {
    title: "Engaged",
    unit: "share",
    definition: "Conversations in which the visitor wrote or answered something, of all that started.",
    needs: ["message"],
    of: [],
    counted: { engaged: "yes" },
  },
  newVisitors: {
    title: "New visitors",
    unit: "share",
    definition: "Conversations that are their visitor's first, of all that started.",
    needs: [],
    of: [],
    counted: { newVisitor: "yes" },
  },
  handedOver: {
    title: "Handed over",
    unit: "share",
    definition: "Engaged conversations that a person or team took over, of those engaged.",
    needs: ["message"],
    of: [isEngaged],
    counted: { engaged: "yes", handedOver: "yes" },
  },
  botOnly: {
    title: "Bot only",
    unit: "share",
    definition: "Conversations without a handover, of those engaged and settled.",
    better: "more",
    needs: ["message"],
    of: [isEngaged, isSettled],
    counted: { botOnly: "yes" },
  },
  abandoned: {
    title: "Abandoned",
    unit: "share",
    definition: "Conversations without a handover that ended at an unanswered question, of those engaged and settled.",
    better: "less",
    needs: ["message"],
    of: [isEngaged, isSettled],
    counted: { abandoned: "yes" },
  },
  botSilent: {
    title: "Bot silent",
    unit: "count",
    definition: "Engaged, settled conversations without a handover whose last message is the visitor's.",
    better: "less",
    needs: ["message"],
    counted: { botSilent: "yes" },
  },
  humanWait: {
    title: "Wait for a person",
    unit: "duration",
    definition: "From the handover to the first message of a person after it.",
    better: "less",
    needs: ["message", "assignee_change"],
    value: "handoverWait",
    unanswered: { neverAnswered: "yes" },
    counted: { wait: ">=0" },
  },
  replyTime: {
    title: "Reply time",
    unit: "duration",
    definition: "From a visitor message to the next message of a person, while a person or team is in charge.",
    better: "less",
    needs: ["message"],
    value: "replies",
    counted: { longestReply: ">=0" },
  },
  closed: {
    title: "Closed",
    unit: "share",
    definition: "Conversations that are closed now, of all that started.",
    needs: ["status"],
    of: [],
    counted: { status: ["closed"] },
  },
  closedByBot: closedBy("bot", "Closed by a bot"),
  closedByHuman: closedBy("human", "Closed by a person"),
  closedBySystem: closedBy("system", "Closed by the system"),
  resolutionTime: {
    title: "Resolution time",
    unit: "duration",
    definition: "From the start to the last close, of conversations that are closed now.",
    better: "less",
    needs: ["status"],
    value: "closedAfter",
    counted: { status: ["closed"] },
  },
  reopened: {
    title: "Reopened",
    unit: "share",
    definition: "Conversations that were opened again after a close, of those closed at least once.",
    better: "less",
    needs: ["status"],
    of: [either(isClosed, column("reopened").isTrue())],
    counted: { reopened: "yes" },
  },
  duration: {
    title: "Duration",
    unit: "duration",
    definition: "From the start to the last event.",
    needs: [],
    value: "duration",
    counted: {},
  },
  visitorTurns: {
    title: "Visitor turns",
    unit: "number",
    definition: "Runs of visitor messages that no other message interrupts, of engaged conversations.",
    needs: ["message"],
    value: "visitorTurns",
    counted: { engaged: "yes" },
  },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;

// The table has no other keys.
export const metricIds = Object.keys(metrics) as [MetricId, ...MetricId[]];

export function metricOf(id: MetricId): Metric {
  return metrics[id];
}

function closedBy(kind: "bot" | "human" | "system", title: string) {
  return {
    title,
    unit: "share",
    definition: `${title}, of those closed now.`,
    needs: ["status"],
    of: [isClosed],
    counted: { closedByKind: [kind] },
  } as const satisfies Metric;
}
