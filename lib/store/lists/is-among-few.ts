import "server-only";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { clauseCondition } from "./clause-condition";
import { isIndexed } from "./columns-asked";
import { holdsMany } from "./list-related";

/** Do few conversations pass one of the filters that have an index of their own? */
export async function isAmongFew(store: Store, filters: ConversationFilters): Promise<boolean> {
  for (const clause of clausesOf(filters).filter(isIndexed)) {
    const condition = await clauseCondition(store, clause, { purpose: "page" });
    if (condition === null) continue;
    if (!(await holdsMany(store, Prisma.sql`(SELECT 1 FROM "Conversation" c WHERE ${condition})`, Prisma.sql`1 = 1`)))
      return true;
  }
  return false;
}
