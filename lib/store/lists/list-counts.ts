import "server-only";
import type { Counts } from "@/lib/api/schemas/counts";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { beforeStatusOfUnassigned, byTheWay } from "./column-condition";
import { isAskedOfListIndex } from "./columns-asked";
import { countedAtMost } from "./counted-at-most";
import { isAmongFew } from "./is-among-few";
import { listSelection } from "./list-selection";
import { relationOfFew } from "./relation-to-walk";

/** How many conversations match. */
export async function countConversations(store: Store, filters: ConversationFilters): Promise<number> {
  const selection = await listSelection(store, filters, "count");
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" ${selection}`;
  return Number(row?.count ?? 0);
}

/** How many conversations match, counted no further than `most`. */
export async function countUpTo(store: Store, filters: ConversationFilters, most: number): Promise<number> {
  const selection = await listSelection(store, filters, "page");
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM (SELECT 1 ${selection} LIMIT ${most}) AS matching`;
  return Number(row?.count ?? 0);
}

/** How many of the conversations that match are in each of the inbox's tabs; each is counted up to {@link countedAtMost}. */
export async function countTabs(store: Store, filters: ConversationFilters): Promise<Counts> {
  const selection = await listSelection(store, filters, "page");
  const most = countedAtMost(filters);
  const isOfFew = (await isAmongFew(store, filters)) || (await relationOfFew(store, filters)) !== null;
  const aside = byTheWay(store.dialect);
  const status = isOfFew || isAskedOfListIndex(clausesOf(filters)) ? aside : Prisma.sql`c.`;
  const unassignedStatus = isOfFew ? aside : await beforeStatusOfUnassigned(store);
  const upTo = (tab: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*) FROM (SELECT 1 ${selection} AND ${tab}
      ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT ${most}) n)`;
  const [row] = await store.reader.$queryRaw<Record<"open" | "unassigned" | "closed", bigint | number>[]>`
    SELECT ${upTo(Prisma.sql`${status}"status" = 'open'`)} AS "open",
      ${upTo(Prisma.sql`${unassignedStatus}"status" = 'open' AND c."assigneeId" IS NULL`)} AS "unassigned",
      ${upTo(Prisma.sql`${status}"status" = 'closed'`)} AS "closed"`;
  const [open, unassigned, closed] = [row?.open, row?.unassigned, row?.closed].map((count) => Number(count ?? 0));
  return {
    open: open ?? 0,
    unassigned: unassigned ?? 0,
    closed: closed ?? 0,
    all: Math.min(most, (open ?? 0) + (closed ?? 0)),
    countedAtMost: most,
  };
}
