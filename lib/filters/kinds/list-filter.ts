import { readOneOf, readText } from "@/lib/filters/values/read-value";
import type { FilterDefinition, ValueRead } from "./filter-definition";

type ListInput = Omit<FilterDefinition, "kind" | "read"> & Partial<Pick<FilterDefinition, "read">>;

/** A filter with several values: matches conversations that have any of them, or in its other forms all or none. */
export function listFilter<const Input extends ListInput>(definition: Input) {
  const { only } = definition;
  const read = (text: string): ValueRead => (only === undefined ? readText(text) : readOneOf(only, text));
  return { read, ...definition, kind: "list" } as const;
}
