import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { commitChannel } from "./commit-notices";
import type { PrismaTransaction } from "./open-store";

/** How many ids of each kind a transaction may need. */
export interface IdCounts {
  deliveries: number;
  events: number;
  conversations: number;
  quarantined: number;
}

/** The ids given out: each the one before the first. */
export interface IdStarts {
  delivery: bigint;
  event: bigint;
  conversation: bigint;
  quarantined: bigint;
  /** How far SQLite's search index goes. */
  searchEvent: bigint;
  searchConversation: bigint;
}

/**
 * Gives out ids. Must be the first statement of a write transaction: it takes the lock that keeps the writers of all
 * processes one behind the other, so that ids grow in commit order and what is read afterwards is the latest. On Postgres it
 * also gives notice to all processes, which the server passes on when the transaction commits.
 */
export async function allocateIds(
  transaction: PrismaTransaction,
  dialect: Dialect,
  counts: IdCounts,
): Promise<IdStarts> {
  const isChange = dialect === "postgresql" && counts.events > 0;
  const notice = isChange ? Prisma.sql`, pg_notify(${commitChannel}, '')::text` : Prisma.empty;
  const rows = await transaction.$queryRaw<Array<Record<keyof IdStarts, bigint>>>`
    UPDATE "WriterClock" SET
      "deliveryId" = "deliveryId" + ${counts.deliveries},
      "eventId" = "eventId" + ${counts.events},
      "conversationId" = "conversationId" + ${counts.conversations},
      "quarantinedId" = "quarantinedId" + ${counts.quarantined}
    WHERE "id" = 1
    RETURNING "deliveryId" AS "delivery", "eventId" AS "event", "conversationId" AS "conversation", "quarantinedId" AS "quarantined",
      "searchEventId" AS "searchEvent", "searchConversationId" AS "searchConversation"${notice}`;
  const [clock] = rows;
  if (clock === undefined) throw new Error("The writer's clock has no row: the database is not migrated.");
  return {
    ...clock,
    delivery: clock.delivery - BigInt(counts.deliveries),
    event: clock.event - BigInt(counts.events),
    conversation: clock.conversation - BigInt(counts.conversations),
    quarantined: clock.quarantined - BigInt(counts.quarantined),
  };
}
