import "server-only";
import type { Counts } from "@/lib/api/counts";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "./client";
import { listConditions } from "./list-conditions";

/** How many conversations match. */
export async function countConversations(store: Store, filters: ConversationFilters): Promise<number> {
  const conditions = await listConditions(store, filters, "count");
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM "Conversation" c WHERE ${conditions}`;
  return Number(row?.count ?? 0);
}

/** How many conversations match, counted no further than `most`. */
export async function countUpTo(store: Store, filters: ConversationFilters, most: number): Promise<number> {
  const conditions = await listConditions(store, filters, "count");
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM (SELECT 1 FROM "Conversation" c WHERE ${conditions} LIMIT ${most}) AS matching`;
  return Number(row?.count ?? 0);
}

/** How many of the conversations that match are in each of the inbox's tabs. */
export async function countTabs(store: Store, filters: ConversationFilters): Promise<Counts> {
  const conditions = await listConditions(store, filters, "count");
  const rows = await store.reader.$queryRaw<{ status: string; unassigned: bigint | number; count: bigint | number }[]>`
    SELECT c."status" AS "status", CASE WHEN c."assigneeId" IS NULL THEN 1 ELSE 0 END AS "unassigned", count(*) AS "count"
    FROM "Conversation" c WHERE ${conditions} GROUP BY 1, 2`;
  const sum = (wanted: (row: { status: string; unassigned: bigint | number }) => boolean) =>
    rows.filter(wanted).reduce((total, row) => total + Number(row.count), 0);
  return {
    open: sum(({ status }) => status === "open"),
    unassigned: sum(({ status, unassigned }) => status === "open" && Number(unassigned) === 1),
    closed: sum(({ status }) => status === "closed"),
    all: sum(() => true),
  };
}
