import "server-only";
import type { Store } from "./client";

/** A place in a conversation's order. */
export interface EventPlace {
  occurredAt: bigint;
  id: bigint;
}

export interface EventsRequest {
  conversationId: bigint;
  after: EventPlace | null;
  /** Only events stored after the one with this id. */
  since: bigint | null;
  limit: number;
}

/** What an event is read from, in the order of (occurredAt, id). */
export async function listEvents({ reader }: Store, { conversationId, after, since, limit }: EventsRequest) {
  return reader.event.findMany({
    where: {
      conversationId,
      ...(since === null ? {} : { id: { gt: since } }),
      ...(after === null
        ? {}
        : {
            occurredAt: { gte: after.occurredAt },
            OR: [{ occurredAt: { gt: after.occurredAt } }, { id: { gt: after.id } }],
          }),
    },
    select: storedEvent,
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    take: limit,
  });
}

/** The columns that an event is read from: `readEvent` derives the others from the source text. */
export const storedEvent = {
  id: true,
  conversationId: true,
  occurredAt: true,
  receivedAt: true,
  deliveryId: true,
  raw: true,
} as const;
