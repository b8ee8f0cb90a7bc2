import type { Range } from "@/lib/filters/values/range";

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

/** A condition on a conversation's columns. */
export type ColumnCondition<Column extends string = string> =
  | { kind: "is"; column: Column; value: string }
  | { kind: "named"; column: Column; name: string; in: Dictionary }
  | { kind: "true"; column: Column }
  | { kind: "set"; column: Column }
  | { kind: "positive"; column: Column }
  | { kind: "within"; value: Value<Column>; range: Range }
  | { kind: "not"; condition: ColumnCondition<Column> }
  | { kind: "both"; conditions: readonly ColumnCondition<Column>[] };

/** A condition on what a conversation can have several of: one of them has this value or name. */
export type SeveralCondition = Several & ({ value: string } | { name: string; in: Dictionary });

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
  | TextCondition
  | RawCondition;

/** A column of the model `Conversation`. */
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

/** Also matches if the condition's columns are null. */
export function not<Column extends string>(condition: ColumnCondition<Column>): ColumnCondition<Column> {
  return { kind: "not", condition };
}

export function both<Column extends string>(...conditions: ColumnCondition<Column>[]): ColumnCondition<Column> {
  return { kind: "both", conditions };
}
