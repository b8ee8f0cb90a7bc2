import "server-only";
import type { Statements } from "@/lib/store/connection/statements";

/** The maximum number of ids of each kind that a transaction needs. */
export interface IdCounts {
  deliveries: number;
  events: number;
  conversations: number;
  quarantined: number;
}

/** The allocated ids: each is the one before the first. */
export interface IdStarts {
  delivery: bigint;
  event: bigint;
  conversation: bigint;
  quarantined: bigint;
}

/** Allocated ids, and the number of tombstones. */
export interface Allocation extends IdStarts {
  tombstones: bigint;
}

/**
 * Allocates ids. Must be the first statement of a write transaction: it takes the lock that serializes the writers of all
 * processes, so that ids grow in commit order and later reads see the latest data.
 */
export async function allocateIds(
  transaction: Statements,
  { deliveries = 0, events = 0, conversations = 0, quarantined = 0 }: Partial<IdCounts> = {},
): Promise<Allocation> {
  const [clock] = await transaction.$queryRaw<Allocation[]>`
    UPDATE "WriterClock" SET
      "deliveryId" = "deliveryId" + ${deliveries},
      "eventId" = "eventId" + ${events},
      "conversationId" = "conversationId" + ${conversations},
      "quarantinedId" = "quarantinedId" + ${quarantined}
    WHERE "id" = 1
    RETURNING "deliveryId" AS "delivery", "eventId" AS "event", "conversationId" AS "conversation", "quarantinedId" AS "quarantined",
      "tombstones"`;
  if (clock === undefined) throw new Error("The writer's clock has no row: the database is not migrated.");
  return {
    ...clock,
    delivery: clock.delivery - BigInt(deliveries),
    event: clock.event - BigInt(events),
    conversation: clock.conversation - BigInt(conversations),
    quarantined: clock.quarantined - BigInt(quarantined),
  };
}
