import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { type Wanted, wantedConditions } from "./list-any-of";
import { holdsMany } from "./list-related";

/** Do few conversations pass one of the filters that have an index of their own? */
export async function isAmongFew(
  store: Store,
  { status, assignee, bot, channel, visitor, key }: ConversationFilters,
): Promise<boolean> {
  const filters: Wanted[] = [{ status }, { assignee }, { bot }, { channel }, { visitor }, { key }];
  for (const wanted of filters) {
    const [condition] = await wantedConditions(store, "page", "any", wanted);
    if (condition === undefined) continue;
    if (!(await holdsMany(store, Prisma.sql`(SELECT 1 FROM "Conversation" c WHERE ${condition})`, Prisma.sql`1 = 1`)))
      return true;
  }
  return false;
}
