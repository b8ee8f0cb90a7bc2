import "server-only";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { isLookedForElsewhere } from "./columns-asked";

/**
 * How many matching conversations tabs and facets count: what a count costs does then not grow with the database, and up to here
 * it is exact. Fewer where each one is looked up in other tables.
 */
export function countedAtMost(filters: ConversationFilters): number {
  return filters.variables.length > 0 || clausesOf(filters).some(isLookedForElsewhere) ? 1000 : 5000;
}
