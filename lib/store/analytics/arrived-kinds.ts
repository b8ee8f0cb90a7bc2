import "server-only";
import type { Access } from "@/lib/access/scope";
import type { NeededEvent } from "@/lib/analytics/metrics";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { readAsked } from "@/lib/store/lists/asked";
import { allMatching } from "@/lib/store/lists/list-counts";
import { Prisma } from "@/prisma/generated/sqlite/client";

const columns: Record<NeededEvent, Prisma.Sql> = {
  message: Prisma.sql`f."messageSent"`,
  assignee_change: Prisma.sql`f."assigneeSent"`,
  status: Prisma.sql`f."statusSent"`,
};

/** Whether events of this kind have ever arrived from the bots of the filters. */
export async function hasArrived(
  store: Store,
  access: Access,
  filters: ConversationFilters,
  kind: NeededEvent,
): Promise<boolean> {
  const { bot, "-bot": notBot, account, "-account": notAccount } = filters;
  const ofBots = { ...noFilters, bot, "-bot": notBot, account, "-account": notAccount };
  const asked = await readAsked(store, access, ofBots);
  const found = await store.reader.$queryRaw<unknown[]>`
    SELECT 1 AS "found" FROM (SELECT c."id" ${await allMatching(store, asked)}) c
    JOIN "Fact" f ON f."conversationId" = c."id" WHERE ${columns[kind]} IS TRUE LIMIT 1`;
  return found.length > 0;
}
