import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";

/** The operators between a filter's name and its value in the search box. */
export type Operator = ":" | "=" | "!=" | "~" | ">" | "<" | ">=" | "<=";

const range = [":", "=", ">", "<", ">=", "<="] as const;

/** The operators of each kind of filter. */
export const operators: Record<FilterDefinition["kind"], readonly Operator[]> = {
  list: [":", "=", "!="],
  "yes or no": [":", "="],
  moment: [":", "="],
  moments: range,
  count: range,
  duration: range,
};

/** Whether both ends of a range fit in one value: `5..20`. */
export function isRange(kind: FilterDefinition["kind"]): boolean {
  return operators[kind] === range;
}
