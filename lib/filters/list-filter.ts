import type { FilterDefinition, ValueRead } from "./filter-definition";
import { readOneOf, readText } from "./read-value";

type ListInput = Omit<FilterDefinition, "kind" | "read"> & Partial<Pick<FilterDefinition, "read">>;

/** A filter of several values, of which a conversation has any (or all, or none). */
export function listFilter<const Input extends ListInput>(definition: Input) {
  const { only } = definition;
  const read = (text: string): ValueRead => (only === undefined ? readText(text) : readOneOf(only, text));
  return { read, ...definition, kind: "list" } as const;
}
