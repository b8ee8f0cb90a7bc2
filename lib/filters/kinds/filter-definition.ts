import type { KnownConversation } from "@/lib/filters/known-conversation";
import type { ValueSource } from "@/lib/filters/values/value-sources";
import type { ColumnCondition, Condition, Dictionary, Several } from "./condition";

/** A parsed value, or a clause that describes the problem: `must be "yes" or "no"`. */
export type ValueRead = { value: string } | { problem: string };

/** The values of the listed conversations, with counts. */
export interface FacetDefinition<Column extends string = string> {
  label: string;
  by: { kind: "column"; column: Column } | Several;
  /** Only rows that match this condition. */
  where?: ColumnCondition<Column>;
  /** Distinguishes values with equal names: an address, the account of a label. */
  detail?: Column;
  /** The column with the value's name, or its dictionary. */
  name?: { column: Column } | { in: Dictionary };
  /** The label for conversations without a value, and the filter value that matches them. */
  none?: { value: string; name: string };
}

/** One filter of the list. Its name in a URL is its key in lib/filters/filters.ts; the search box uses kebab case. */
export interface FilterDefinition<Column extends string = string> {
  /** How it is edited and written: with several values ("any of"), or with one. */
  kind: "list" | "yes or no" | "moment" | "moments" | "count" | "duration";
  /** The name in the search box, if it is not the key in kebab case. */
  box?: string;
  /** Other names in the search box. */
  aliases?: readonly string[];
  /** A noun, for chips, menus and facets. */
  label: string;
  /** In a few words, for completion and menus. */
  help: string;
  /** For the API's documentation. */
  description: string;
  /** An example value for the documentation. */
  example: string;
  /** The allowed values; any if missing. */
  only?: readonly string[];
  /** Initially suggested values. */
  values?: readonly string[];
  /** Labels of values in menus, if they differ from the values. */
  valueNames?: Readonly<Record<string, string>>;
  valuesFrom?: ValueSource;
  /** For a list: `-name` matches conversations with none of the values. */
  isNegatable?: boolean;
  /** For a list: `name.all` matches conversations with all of the values. */
  hasAll?: boolean;
  /** For a list: values are case-sensitive. */
  isExact?: boolean;
  /** For a list: the maximum number of values. */
  most?: number;
  /** The permission without which it is not allowed: its values may be personal, or exact texts. */
  requires?: "personal" | "raw";
  read: (text: string) => ValueRead;
  /** The condition of one value, as returned by `read`. */
  condition: (value: string) => Condition<Column>;
  facet?: FacetDefinition<Column>;
  /** A naive evaluation of one value, which the parity test compares with the SQL. */
  matches: (conversation: KnownConversation, value: string) => boolean;
}
