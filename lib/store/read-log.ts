import "server-only";
import type { Event } from "@/lib/events/event";
import { readEvent } from "@/lib/events/read-event";
import { toIso } from "@/lib/time/instant";
import type { PrismaTransaction } from "./open-store";

const piece = 1000;

interface LogRow {
  id: bigint;
  occurredAt: bigint;
  receivedAt: bigint;
  deliveryId: bigint;
  raw: string;
  editedBy: string | null;
}

/** A conversation's events in timeline order, in pieces, so that memory does not grow with its length. */
export async function* readLog(
  client: PrismaTransaction,
  conversationId: bigint,
  upTo?: { occurredAt: bigint; id: bigint },
): AsyncGenerator<Event[]> {
  let last: LogRow | undefined;
  do {
    const rows: LogRow[] = await client.event.findMany({
      where: {
        conversationId,
        AND: [after(last), until(upTo)],
      },
      orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
      take: piece,
      select: { id: true, occurredAt: true, receivedAt: true, deliveryId: true, raw: true, editedBy: true },
    });
    if (rows.length > 0) yield rows.map(toEvent);
    last = rows.length === piece ? rows.at(-1) : undefined;
  } while (last !== undefined);
}

/** An event as every reader sees it, from its row. */
export function toEvent({ id, receivedAt, deliveryId, raw, editedBy }: Omit<LogRow, "occurredAt">): Event {
  return readEvent({ id: String(id), raw, receivedAt: toIso(receivedAt), deliveryId: String(deliveryId), editedBy });
}

function after(last: LogRow | undefined) {
  if (last === undefined) return {};
  const { occurredAt, id } = last;
  return { occurredAt: { gte: occurredAt }, OR: [{ occurredAt: { gt: occurredAt } }, { id: { gt: id } }] };
}

function until(last: { occurredAt: bigint; id: bigint } | undefined) {
  if (last === undefined) return {};
  const { occurredAt, id } = last;
  return { occurredAt: { lte: occurredAt }, OR: [{ occurredAt: { lt: occurredAt } }, { id: { lte: id } }] };
}
