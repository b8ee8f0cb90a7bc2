import type { ConversationFilters } from "@/lib/api/filters";

/** What is looked for in tables beside that of conversations. */
const elsewhere = ["q", "q.all", "-q", "label", "label.all", "-label", "has", "-has", "variables"] as const;

/**
 * How many matching conversations tabs and facets count: what a count costs does then not grow with the database, and up to here
 * it is exact. Fewer where each one is looked up in other tables.
 */
export function countedAtMost(filters: ConversationFilters): number {
  return elsewhere.some((name) => filters[name].length > 0) ? 1000 : 5000;
}
