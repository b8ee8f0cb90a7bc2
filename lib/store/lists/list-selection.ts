import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { listConditions } from "./list-conditions";
import type { Purpose } from "./list-related";
import { listSource } from "./list-source";
import { latestFirst, type TimeOrder, timesBeyond, timesOf } from "./list-times";

/** FROM and WHERE of the conversations `c` that match `filters`, best walked in `order`. */
export async function listSelection(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
  order: TimeOrder = latestFirst,
): Promise<Prisma.Sql> {
  const times = timesBeyond(timesOf(filters), order);
  const source = await listSource(store, times, order);
  const conditions = await listConditions(store, filters, purpose, { walked: order.walked, times });
  return Prisma.sql`FROM ${source} WHERE ${conditions}`;
}
