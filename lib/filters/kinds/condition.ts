import type { Range } from "@/lib/filters/values/range";

/** A number from a conversation's columns: one column, the sum of several, or the time between two. */
export type Value<Column extends string = string> =
  | { kind: "column"; column: Column }
  | { kind: "sum"; columns: readonly Column[] }
  | { kind: "span"; from: Column; to: Column };

/** A related table with several rows per conversation. */
export interface Row {
  kind: "row";
  table: "ConversationLabel" | "ConversationMessageType";
  column: "labelId" | "messageType";
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

/** A condition on the rows of a related table: one of them has this value or name. */
export type RowCondition = { kind: "row"; row: Row } & ({ value: string } | { name: string; in: Dictionary });

/** The text occurs in the conversation, as defined by search. */
export interface TextCondition {
  kind: "found";
  text: string;
}

/**
 * The condition of a filter, as data, so that definitions contain no SQL: lib/store converts it to the SQL of either database,
 * and the compiler checks there that the model has the columns.
 */
export type Condition<Column extends string = string> = ColumnCondition<Column> | RowCondition | TextCondition;

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

/** Any of a conversation's rows in a related table. */
export function row(table: Row["table"], name: Row["column"]) {
  const of: Row = { kind: "row", table, column: name };
  return {
    ...of,
    is: (value: string): RowCondition => ({ kind: "row", row: of, value }),
    isNamed: (dictionary: Dictionary, wanted: string): RowCondition => {
      return { kind: "row", row: of, name: wanted, in: dictionary };
    },
  };
}

/** The text occurs in the conversation, as defined by search. */
export function isFound(text: string): TextCondition {
  return { kind: "found", text };
}

/** Also matches if the condition's columns are null. */
export function not<Column extends string>(condition: ColumnCondition<Column>): ColumnCondition<Column> {
  return { kind: "not", condition };
}

export function both<Column extends string>(...conditions: ColumnCondition<Column>[]): ColumnCondition<Column> {
  return { kind: "both", conditions };
}
