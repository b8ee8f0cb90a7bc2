import "server-only";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import type { QueryReader } from "@/lib/store/connection/statements";
import { type LogEntry, readEntries } from "@/lib/store/reads/read-entries";
import { toIso } from "@/lib/time/instant";

const rowsOfPiece = 1000;
/** Parsing an event takes tens of microseconds: callers can pause after this many. */
const eventsAtOnce = 25;

interface LogRange {
  /** The last event in the order of (occurredAt, id). */
  upTo?: { occurredAt: bigint; id: bigint } | undefined;
  /** Events stored after the one with this id are excluded. */
  lastId?: bigint | undefined;
}

/** A conversation's events in timeline order, in chunks of about a megabyte. */
export async function* readLog(
  store: QueryReader,
  conversationId: bigint,
  range: LogRange = {},
): AsyncGenerator<Event[]> {
  const request = { conversationIds: [conversationId], ...range, limit: rowsOfPiece };
  for await (const entries of readEntries(store, request)) {
    for (let start = 0; start < entries.length; start += eventsAtOnce)
      yield entries.slice(start, start + eventsAtOnce).map(toEvent);
  }
}

/** Converts an event's row to the form that all readers use. */
export function toEvent({
  id,
  receivedAt,
  deliveryId,
  raw,
  editedBy,
  erasedAt,
}: Omit<LogEntry, "occurredAt" | "conversationId">): Event {
  const times = { receivedAt: toIso(receivedAt), erasedAt: erasedAt === null ? undefined : toIso(erasedAt) };
  return readEvent({ id: String(id), raw, ...times, deliveryId: String(deliveryId), editedBy });
}
