import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { LoggedEvent } from "@/lib/store/log/logged-event";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { clearListings } from "@/lib/store/projections/save-listings";

/** Restores the keys of conversations whose key the log has lost, under the id that their events are stored with. */
export async function restoreKeys(
  transaction: Statements,
  dialect: Dialect,
  events: readonly LoggedEvent[],
): Promise<void> {
  const groups = Map.groupBy(events, ({ conversationId }) => conversationId);
  if (groups.size === 0) return;
  const ids = jsonList(dialect, "bigint", [...groups.keys()]);
  const known = await transaction.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "ConversationKey" WHERE "id" IN (${ids})`;
  for (const { id } of known) groups.delete(id);
  if (groups.size === 0) return;
  // Blocks appends to a conversation that is moved.
  await allocateIds(transaction);
  for (const [id, [event]] of groups) {
    const key = event?.conversationKey ?? "";
    const [other] = await transaction.$queryRaw<{ id: bigint }[]>`
      SELECT "id" FROM "ConversationKey" WHERE "key" = ${key}`;
    if (other !== undefined) await takeOver(transaction, dialect, { from: other.id, to: id });
    await transaction.$executeRaw`INSERT INTO "ConversationKey" ("id", "key") VALUES (${id}, ${key})`;
  }
}

/** Events that arrived while the key was lost are in a conversation with a different id: they are moved, except duplicates. */
async function takeOver(
  transaction: Statements,
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
  await transaction.$executeRaw`DELETE FROM "Repeat" WHERE "conversationId" = ${from}`;
  await transaction.$executeRaw`
    DELETE FROM "Event" WHERE "conversationId" = ${from} AND EXISTS (
      SELECT 1 FROM "Event" o
      WHERE o."conversationId" = ${to} AND o."occurredAt" = "Event"."occurredAt" AND o."hash" = "Event"."hash")`;
  await transaction.$executeRaw`UPDATE "Event" SET "conversationId" = ${to} WHERE "conversationId" = ${from}`;
  await clearListings(transaction, dialect, [from]);
  await transaction.$executeRaw`DELETE FROM "Conversation" WHERE "id" = ${from}`;
  await transaction.$executeRaw`DELETE FROM "FailedProjection" WHERE "conversationId" = ${from}`;
  await transaction.$executeRaw`DELETE FROM "ConversationKey" WHERE "id" = ${from}`;
}
