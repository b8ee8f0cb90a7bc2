import type { KnownConversation } from "@/lib/filters/known-conversation";
import type { ValueSource } from "@/lib/filters/values/value-sources";
import type { ColumnCondition, Condition, Dictionary, Several } from "./condition";

/** A value as it is kept, or what is wrong with it: `must be "yes" or "no"`. */
export type ValueRead = { value: string } | { problem: string };

/** The values that the listed conversations have, with how many have each. */
export interface FacetDefinition<Column extends string = string> {
  label: string;
  by: { kind: "column"; column: Column } | Several;
  /** Of these only. */
  where?: ColumnCondition<Column>;
  /** What else tells values apart: an address, the account that a label belongs to. */
  detail?: Column;
  /** The column with the value's name, or the list that names it. */
  name?: { column: Column } | { in: Dictionary };
  /** What conversations without a value are called, and the value of the filter that finds them. */
  none?: { value: string; name: string };
}

/** One filter of the list. Its name in a URL is its key in lib/filters/filters.ts; the search box has that in kebab case. */
export interface FilterDefinition<Column extends string = string> {
  /** How it is edited and written: several values ("any of" them), or one. */
  kind: "list" | "yes or no" | "moment" | "moments" | "count" | "duration";
  /** In the search box, where that is not its name in kebab case. */
  box?: string;
  /** Other names in the search box. */
  aliases?: readonly string[];
  /** A noun, for chips, menus and facets. */
  label: string;
  /** In a few words, for completion and menus. */
  help: string;
  /** For the API's documentation. */
  description: string;
  /** A value, for the documentation. */
  example: string;
  /** The only values there are. */
  only?: readonly string[];
  /** Values to offer at first. */
  values?: readonly string[];
  /** What values are called in menus, where that says more. */
  valueNames?: Readonly<Record<string, string>>;
  valuesFrom?: ValueSource;
  /** Of a list: `-name` finds conversations with none of the values. */
  isNegatable?: boolean;
  /** Of a list: `name.all` finds conversations with all of the values. */
  hasAll?: boolean;
  /** Of a list: values are compared exactly; otherwise in any case. */
  isExact?: boolean;
  /** Of a list: so many values at most. */
  most?: number;
  read: (text: string) => ValueRead;
  /** What one value asks, as `read` keeps it. */
  condition: (value: string) => Condition<Column>;
  facet?: FacetDefinition<Column>;
  /** The naive meaning of one value, which the parity test compares with the SQL. */
  matches: (conversation: KnownConversation, value: string) => boolean;
}
