import type { Range } from "./range";

/** A number that a conversation's columns give: one of them, the sum of several, or the time between two. */
export type Value<Column extends string = string> =
  | { kind: "column"; column: Column }
  | { kind: "sum"; columns: readonly Column[] }
  | { kind: "span"; from: Column; to: Column };

/** Where a table beside that of conversations holds what a conversation has several of. */
export type Row = {
  kind: "row";
  table: "ConversationLabel" | "ConversationMessageType";
  column: "labelId" | "messageType";
};

/** Names that are looked up, in any case and any language, in the short lists that they come from. */
export type Dictionary = "account" | "bot" | "channel" | "label";

/**
 * What a filter asks of a conversation. It is data, so that definitions hold no SQL: lib/store turns it into the SQL of either
 * database, and checks that the model has the columns.
 */
export type Condition<Column extends string = string> =
  | { kind: "is"; of: { kind: "column"; column: Column } | Row; value: string }
  | { kind: "named"; of: { kind: "column"; column: Column } | Row; name: string; in: Dictionary }
  | { kind: "true"; column: Column }
  | { kind: "set"; column: Column }
  | { kind: "within"; value: Value<Column>; range: Range }
  | { kind: "found"; text: string }
  | { kind: "not"; condition: Condition<Column> }
  | { kind: "both"; conditions: readonly Condition<Column>[] };

/** A column of the model `Conversation`. */
export function column<const Column extends string>(name: Column) {
  const of = { kind: "column", column: name } as const;
  return {
    ...of,
    is: (value: string): Condition<Column> => ({ kind: "is", of, value }),
    isNamed: (dictionary: Dictionary, wanted: string): Condition<Column> => ({
      kind: "named",
      of,
      name: wanted,
      in: dictionary,
    }),
    isTrue: (): Condition<Column> => ({ kind: "true", column: name }),
    /** Not null. */
    isSet: (): Condition<Column> => ({ kind: "set", column: name }),
    isPositive: (): Condition<Column> => ({ kind: "within", value: of, range: { from: 1n, to: null } }),
    isWithin: (range: Range): Condition<Column> => ({ kind: "within", value: of, range }),
  };
}

/** The sum of columns. */
export function sum<const Column extends string>(...columns: Column[]) {
  const value = { kind: "sum", columns } as const;
  return { ...value, isWithin: (range: Range): Condition<Column> => ({ kind: "within", value, range }) };
}

/** The microseconds from one column to another. */
export function span<const Column extends string>(from: Column, to: Column) {
  const value = { kind: "span", from, to } as const;
  return { ...value, isWithin: (range: Range): Condition<Column> => ({ kind: "within", value, range }) };
}

/** Any of the rows that a conversation has in another table. */
export function row(table: Row["table"], name: Row["column"]) {
  const of: Row = { kind: "row", table, column: name };
  return {
    ...of,
    is: (value: string): Condition<never> => ({ kind: "is", of, value }),
    isNamed: (dictionary: Dictionary, wanted: string): Condition<never> => ({
      kind: "named",
      of,
      name: wanted,
      in: dictionary,
    }),
  };
}

/** The text occurs in the conversation, as search finds it. */
export function isFound(text: string): Condition<never> {
  return { kind: "found", text };
}

/** Also where the condition's columns are null. */
export function not<Column extends string>(condition: Condition<Column>): Condition<Column> {
  return { kind: "not", condition };
}

export function both<Column extends string>(...conditions: Condition<Column>[]): Condition<Column> {
  return { kind: "both", conditions };
}
