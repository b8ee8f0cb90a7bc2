import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { labelNames } from "./read-label-names";

/**
 * What a list shows of conversations, in the order of `ids`: columns, bot names and labels; never the snapshot, which can be long.
 */
export async function readListings(store: Store, ids: readonly bigint[]) {
  const [rows, labels] = await Promise.all([
    store.reader.conversation.findMany({
      where: { id: { in: [...ids] } },
      omit: { snapshot: true, searchText: true, accentText: true },
    }),
    store.reader.conversationLabel.findMany({
      where: { conversationId: { in: [...ids] } },
      orderBy: [{ conversationId: "asc" }, { labelId: "asc" }],
    }),
  ]);
  const names = await labelNames(
    store,
    labels.map(({ labelId }) => labelId),
  );
  const bots = await botNames(store, rows);
  const labelsOf = Map.groupBy(labels, ({ conversationId }) => conversationId);
  const listings = rows.map((row) => ({
    ...row,
    botName: row.botId === null ? null : (bots.get(row.botId) ?? null),
    labels: (labelsOf.get(row.id) ?? []).map(({ labelId }) => ({
      id: labelId,
      name: names(row.accountKey, labelId),
    })),
  }));
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  return ids.map((id) => byId.get(BigInt(id))).filter((listing) => listing !== undefined);
}

export type ConversationListing = Awaited<ReturnType<typeof readListings>>[number];

async function botNames({ reader }: Store, rows: readonly { botId: string | null }[]) {
  const ids = new Set(rows.map(({ botId }) => botId).filter((id) => id !== null));
  const bots = ids.size === 0 ? [] : await reader.bot.findMany({ where: { id: { in: [...ids] } } });
  return new Map(bots.map(({ id, name }) => [id, name]));
}
