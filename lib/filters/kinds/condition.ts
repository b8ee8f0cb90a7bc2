import type { Range } from "@/lib/filters/values/range";
import type { Origin } from "./flow-ends";

/** A number from a conversation's columns: one column, the sum of several, or the time between two. */
export type Value<Column extends string = string> =
  | { kind: "column"; column: Column }
  | { kind: "sum"; columns: readonly Column[] }
  | { kind: "span"; from: Column; to: Column };

/** What a conversation can have several of. */
export interface Several {
  kind: "several";
  of: "label" | "messageType";
}

/** Lookup tables of names, which are matched in any case and language. */
export type Dictionary = "account" | "bot" | "channel" | "label";

/** A part of a local time: the day of the week (0 is Monday) or the hour of the day (from 0). */
export type LocalPart = "weekday" | "hour";

/** A condition on a conversation's columns. */
export type ColumnCondition<Column extends string = string> =
  | { kind: "is"; column: Column; value: string }
  | { kind: "named"; column: Column; name: string; in: Dictionary }
  | { kind: "true"; column: Column }
  | { kind: "set"; column: Column }
  | { kind: "positive"; column: Column }
  | { kind: "within"; value: Value<Column>; range: Range }
  | { kind: "local"; column: Column; part: LocalPart; value: number; zone: string }
  | { kind: "idle" }
  | { kind: "first" }
  | { kind: "not"; condition: ColumnCondition<Column> }
  | { kind: "both"; conditions: readonly ColumnCondition<Column>[] };

/** A condition on what a conversation can have several of: one of them has this value or name. */
export type SeveralCondition = Several & ({ value: string } | { name: string; in: Dictionary });

/** A person wrote a message, or one that a visitor was waiting for (`timed`), or anybody one after such a wait (`took`). */
export type ReplyCondition = { kind: "reply"; person: string; which: "any" | "timed" } | { kind: "reply"; took: Range };

/** What became of a prompt. */
export const stepOutcomes = ["answered", "typedInstead", "askedAgain", "handedOver", "abandoned", "pending"] as const;

export type StepOutcome = (typeof stepOutcomes)[number];

export function isStepOutcome(text: string): text is StepOutcome {
  return (stepOutcomes as readonly string[]).includes(text);
}

/** A prompt that was shown, and what became of it. */
export interface StepTest {
  /** Its id. */
  prompt?: string;
  outcome?: StepOutcome;
  /** The key of the choice; empty for none. */
  answer?: string;
  cameFrom?: Origin;
  /** The id of the prompt that came next, or what came instead, as in `flowEnds`. */
  to?: string;
}

/** The bot showed a prompt that passes the test. */
export interface StepCondition {
  kind: "step";
  test: StepTest;
}

/** A step of a funnel that has a time. Of a prompt: its answer if the test has an outcome, else its showing. */
export type SequenceStep = (Pick<StepTest, "prompt" | "answer"> & { outcome?: "answered" }) | "handedOver" | "closed";

/** The conversation went through these steps. */
export interface SequenceCondition {
  kind: "sequence";
  /** Each after the one before. */
  isOrdered: boolean;
  /** At most so many microseconds from the first to the last. */
  within: bigint | null;
  steps: readonly SequenceStep[];
}

/** Whose texts are searched. */
export type Speaker = "visitor" | "bot" | "agent" | "note";

/** The text occurs in the conversation, as defined by search: anywhere, or in what one of them said. */
export interface TextCondition {
  kind: "found";
  text: string;
  by?: Speaker;
}

/** The text occurs in the exact text of an event. */
export interface RawCondition {
  kind: "raw";
  text: string;
}

/**
 * The condition of a filter, as data, so that definitions contain no SQL: lib/store converts it to the SQL of either database,
 * and the compiler checks there that the model has the columns.
 */
export type Condition<Column extends string = string> =
  | ColumnCondition<Column>
  | SeveralCondition
  | ReplyCondition
  | StepCondition
  | SequenceCondition
  | TextCondition
  | RawCondition;

/** A column of the model `Conversation`, or of `Fact`. */
export function column<const Column extends string>(name: Column) {
  const of = { kind: "column", column: name } as const;
  return {
    ...of,
    is: (value: string): ColumnCondition<Column> => ({ kind: "is", column: name, value }),
    /** The column is an id (or spelling) that the dictionary lists under this name or id. */
    isNamed: (dictionary: Dictionary, wanted: string): ColumnCondition<Column> => {
      return { kind: "named", column: name, name: wanted, in: dictionary };
    },
    isTrue: (): ColumnCondition<Column> => ({ kind: "true", column: name }),
    /** Not null. */
    isSet: (): ColumnCondition<Column> => ({ kind: "set", column: name }),
    /** The column is a count, which is never null. */
    isPositive: (): ColumnCondition<Column> => ({ kind: "positive", column: name }),
    isWithin: (range: Range): ColumnCondition<Column> => ({ kind: "within", value: of, range }),
    /** The column is a time that has this weekday or hour in the zone. */
    isLocally: (part: LocalPart, value: number, zone: string): ColumnCondition<Column> => {
      return { kind: "local", column: name, part, value, zone };
    },
  };
}

/** The sum of columns. */
export function sum<const Column extends string>(...columns: Column[]) {
  const value = { kind: "sum", columns } as const;
  return { ...value, isWithin: (range: Range): ColumnCondition<Column> => ({ kind: "within", value, range }) };
}

/** The difference between two columns in microseconds. */
export function span<const Column extends string>(from: Column, to: Column) {
  const value = { kind: "span", from, to } as const;
  return { ...value, isWithin: (range: Range): ColumnCondition<Column> => ({ kind: "within", value, range }) };
}

/** Any of the labels or message types of a conversation. */
export function anyOf(what: Several["of"]) {
  const several: Several = { kind: "several", of: what };
  return {
    ...several,
    is: (value: string): SeveralCondition => ({ ...several, value }),
    isNamed: (dictionary: Dictionary, wanted: string): SeveralCondition => ({
      ...several,
      name: wanted,
      in: dictionary,
    }),
  };
}

/** A person wrote. */
export function hasReply(person: string, which: "any" | "timed"): ReplyCondition {
  return { kind: "reply", person, which };
}

/** One of the reply times is in the range. */
export function hasReplyTime(took: Range): ReplyCondition {
  return { kind: "reply", took };
}

/** The text occurs in the conversation, as defined by search. */
export function isFound(text: string): TextCondition {
  return { kind: "found", text };
}

/** The text occurs in what `by` said, as search finds it. */
export function isSaid(by: Speaker, text: string): TextCondition {
  return { kind: "found", text, by };
}

/** The text occurs in the exact text of an event. */
export function isInRaw(text: string): RawCondition {
  return { kind: "raw", text };
}

/** No event for as long as `ANALYTICS_IDLE_HOURS` says. */
export const isIdle = { kind: "idle" } as const;

/** The first conversation of its visitor, of those in the viewer's scope. */
export const isFirst = { kind: "first" } as const;

/** Also matches if the condition's columns are null. */
export function not<Column extends string>(condition: ColumnCondition<Column>): ColumnCondition<Column> {
  return { kind: "not", condition };
}

export function both<Column extends string>(...conditions: ColumnCondition<Column>[]): ColumnCondition<Column> {
  return { kind: "both", conditions };
}

export function either<Column extends string>(...conditions: ColumnCondition<Column>[]): ColumnCondition<Column> {
  return not(both(...conditions.map(not)));
}
