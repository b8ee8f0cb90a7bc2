import "server-only";
import type { Store } from "@/lib/store/connection/client";
import type { ReadingClient } from "@/lib/store/connection/open-store";
import { withinBytes } from "@/lib/store/connection/within-bytes";
import type { Prisma } from "@/prisma/generated/sqlite/client";

/** The cursor of an event in a conversation's order. */
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

/** Events in timeline order, and whether there are more. */
interface EventList {
  rows: Prisma.EventGetPayload<{ select: typeof storedEvent }>[];
  hasMore: boolean;
}

/** Events in the order of (occurredAt, id): `limit` of them, or fewer if they are large. */
export async function listEvents({ reader }: Store, request: EventsRequest): Promise<EventList> {
  return read(reader, request, "asc");
}

/** The last events, in the same order; `hasMore`: there are earlier ones. */
export async function listLastEvents({ reader }: Store, request: EventsRequest): Promise<EventList> {
  return read(reader, request, "desc");
}

async function read(reader: ReadingClient, request: EventsRequest, direction: "asc" | "desc"): Promise<EventList> {
  const where = conditionOf(request);
  const orderBy: Prisma.EventOrderByWithRelationInput[] = [{ occurredAt: direction }, { id: direction }];
  const found = await reader.event.findMany({ where, select: { id: true }, orderBy, take: request.limit + 1 });
  const listed = await withinBytes(
    reader,
    found.slice(0, request.limit).map(({ id }) => id),
  );
  const rows = await reader.event.findMany({ where, select: storedEvent, orderBy, take: listed.length });
  return { rows: direction === "asc" ? rows : rows.reverse(), hasMore: listed.length < found.length };
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

/** The columns that an event is read from: `readEvent` derives the rest from the source text. */
export const storedEvent = {
  id: true,
  conversationId: true,
  occurredAt: true,
  receivedAt: true,
  deliveryId: true,
  raw: true,
  editedBy: true,
  erasedAt: true,
} as const;
