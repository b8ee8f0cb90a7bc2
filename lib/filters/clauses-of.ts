import type { Condition } from "@/lib/filters/kinds/condition";
import { type ConversationFilters, filterNames, filterOf, valuesOf } from "./conversation-filters";

/** A disjunction of conditions, or its negation. */
export interface Clause {
  how: "any" | "none";
  /** At least one. */
  conditions: readonly Condition[];
}

/** The clauses of all filters except variables; a conversation has to match all of them. */
export function clausesOf(filters: ConversationFilters): Clause[] {
  return filterNames.flatMap((name): Clause[] => {
    const { how, definition } = filterOf(name);
    const values = valuesOf(filters, name);
    const { only, kind } = definition;
    const toClause = (how: Clause["how"], given: readonly string[]): Clause[] =>
      given.length === 0 ? [] : [{ how, conditions: given.map(definition.condition) }];
    if (how === "all") return values.flatMap((value) => toClause("any", [value]));
    if (only === undefined || kind !== "list") return toClause(how, values);
    // With fixed values, "none of these" is "any of the others", which can use an index; any of all values is no condition.
    const left = only.filter((value) => values.includes(value) === (how === "any"));
    if (values.length === 0 || left.length === only.length) return [];
    return left.length === 0 ? toClause("none", only) : toClause("any", left);
  });
}
