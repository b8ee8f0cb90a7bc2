import "server-only";
import { fold } from "@/lib/conversation/fold";
import type { Dialect } from "@/lib/env/database-url";
import { compareEvents } from "@/lib/events/compare-events";
import { noArrivalCounts } from "./arrival-counts";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { saveConversations } from "./save-conversations";
import { clearListings } from "./save-listings";

/** An event and the conversation that the log gave it. */
export type LoggedEvent = PlacedEvent & { conversationId: bigint };

/**
 * Gives events whose conversation has no row one again, under the id that the log knows it by, folded from them alone: the
 * conversations' turn comes later.
 */
export async function restoreMissing(
  transaction: PrismaTransaction,
  dialect: Dialect,
  events: readonly LoggedEvent[],
): Promise<void> {
  const groups = Map.groupBy(events, ({ conversationId }) => conversationId);
  if (groups.size === 0) return;
  const ids = jsonList(dialect, "bigint", [...groups.keys()]);
  const known = await transaction.$queryRaw<{ id: bigint }[]>`SELECT "id" FROM "Conversation" WHERE "id" IN (${ids})`;
  for (const { id } of known) groups.delete(id);
  const changes = [];
  for (const [id, own] of groups) {
    const key = own[0]?.event.envelope.conversation.key ?? "";
    const other = await transaction.conversation.findUnique({ where: { key }, select: { id: true } });
    if (other !== null) await takeOver(transaction, dialect, { from: other.id, to: id });
    const after = fold(own.map(({ event }) => event).sort(compareEvents));
    changes.push({ id, changeId: own.at(-1)?.id ?? 0n, before: null, after, events: [], ...noArrivalCounts });
  }
  await saveConversations(transaction, dialect, changes);
}

/** Events that came while the row was missing are in a conversation of another id: they move, but for repeats. */
async function takeOver(
  transaction: PrismaTransaction,
  dialect: Dialect,
  { from, to }: { from: bigint; to: bigint },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Repeat" ("conversationId", "deliveryId", "count")
    SELECT ${to}, "deliveryId", CAST(sum("count") AS integer) FROM (
      SELECT "deliveryId", "count" FROM "Repeat" WHERE "conversationId" = ${from}
      UNION ALL
      SELECT n."deliveryId", 1 FROM "Event" n JOIN "Event" o
        ON o."conversationId" = ${to} AND o."occurredAt" = n."occurredAt" AND o."hash" = n."hash"
      WHERE n."conversationId" = ${from}
    ) AS repeats GROUP BY "deliveryId"`;
  await transaction.repeat.deleteMany({ where: { conversationId: from } });
  await transaction.$executeRaw`
    DELETE FROM "Event" WHERE "conversationId" = ${from} AND EXISTS (
      SELECT 1 FROM "Event" o
      WHERE o."conversationId" = ${to} AND o."occurredAt" = "Event"."occurredAt" AND o."hash" = "Event"."hash")`;
  await transaction.event.updateMany({ where: { conversationId: from }, data: { conversationId: to } });
  await clearListings(transaction, dialect, [from]);
  await transaction.conversation.delete({ where: { id: from } });
}
