import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { listConditions } from "./list-conditions";
import type { Purpose } from "./list-related";
import { listSource } from "./list-source";
import { timesOf, type WalkedTime } from "./list-times";

/** FROM and WHERE of the conversations `c` that match `filters`, best walked by one of their times. */
export async function listSelection(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
  walked: WalkedTime = "lastEventAt",
): Promise<Prisma.Sql> {
  const times = timesOf(filters);
  const source = await listSource(store, times, walked);
  return Prisma.sql`FROM ${source} WHERE ${await listConditions(store, filters, purpose, { walked, times })}`;
}
