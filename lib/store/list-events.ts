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
export async function listEvents({ reader }: Store, request: EventsRequest) {
  return reader.event.findMany({
    where: conditionOf(request),
    select: storedEvent,
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    take: request.limit,
  });
}

/** The last `limit` of them, in the same order. */
export async function listLastEvents({ reader }: Store, request: EventsRequest) {
  const found = await reader.event.findMany({
    where: conditionOf(request),
    select: storedEvent,
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: request.limit,
  });
  return found.reverse();
}

function conditionOf({ conversationId, after, since }: EventsRequest) {
  return {
    conversationId,
    ...(since === null ? {} : { id: { gt: since } }),
    ...(after === null
      ? {}
      : {
          occurredAt: { gte: after.occurredAt },
          OR: [{ occurredAt: { gt: after.occurredAt } }, { id: { gt: after.id } }],
        }),
  };
}

/** The columns that an event is read from: `readEvent` derives the others from the source text. */
export const storedEvent = {
  id: true,
  conversationId: true,
  occurredAt: true,
  receivedAt: true,
  deliveryId: true,
  raw: true,
  editedBy: true,
} as const;
