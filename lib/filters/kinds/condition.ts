import type { Range } from "@/lib/filters/values/range";

/** A number that a conversation's columns give: one of them, the sum of several, or the time between two. */
export type Value<Column extends string = string> =
  | { kind: "column"; column: Column }
  | { kind: "sum"; columns: readonly Column[] }
  | { kind: "span"; from: Column; to: Column };

/** Where a table beside that of conversations holds what a conversation has several of. */
export interface Row {
  kind: "row";
  table: "ConversationLabel" | "ConversationMessageType";
  column: "labelId" | "messageType";
}

/** Names that are looked up, in any case and any language, in the short lists that they come from. */
export type Dictionary = "account" | "bot" | "channel" | "label";

/** What is asked of a conversation's columns. */
export type ColumnCondition<Column extends string = string> =
  | { kind: "is"; column: Column; value: string }
  | { kind: "named"; column: Column; name: string; in: Dictionary }
  | { kind: "true"; column: Column }
  | { kind: "set"; column: Column }
  | { kind: "positive"; column: Column }
  | { kind: "within"; value: Value<Column>; range: Range }
  | { kind: "not"; condition: ColumnCondition<Column> }
  | { kind: "both"; conditions: readonly ColumnCondition<Column>[] };

/** What is asked of the rows that a conversation has in another table: one of them has this value, or names it. */
export type RowCondition = { kind: "row"; row: Row } & ({ value: string } | { name: string; in: Dictionary });

/** Whose texts are searched. */
export type Speaker = "visitor" | "bot" | "agent" | "note";

/** The text occurs in the conversation, as search finds it: anywhere, or in what one of them said. */
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
 * What a filter asks of a conversation. It is data, so that definitions hold no SQL: lib/store turns it into the SQL of either
 * database, and the compiler checks there that the model has the columns.
 */
export type Condition<Column extends string = string> =
  | ColumnCondition<Column>
  | RowCondition
  | TextCondition
  | RawCondition;

/** A column of the model `Conversation`. */
export function column<const Column extends string>(name: Column) {
  const of = { kind: "column", column: name } as const;
  return {
    ...of,
    is: (value: string): ColumnCondition<Column> => ({ kind: "is", column: name, value }),
    /** The column holds the id (or the spelling) of what the dictionary has under this name or id. */
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

/** The microseconds from one column to another. */
export function span<const Column extends string>(from: Column, to: Column) {
  const value = { kind: "span", from, to } as const;
  return { ...value, isWithin: (range: Range): ColumnCondition<Column> => ({ kind: "within", value, range }) };
}

/** Any of the rows that a conversation has in another table. */
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

/** The text occurs in the conversation, as search finds it. */
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

/** Also where the condition's columns are null. */
export function not<Column extends string>(condition: ColumnCondition<Column>): ColumnCondition<Column> {
  return { kind: "not", condition };
}

export function both<Column extends string>(...conditions: ColumnCondition<Column>[]): ColumnCondition<Column> {
  return { kind: "both", conditions };
}
