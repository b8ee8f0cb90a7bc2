import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { bytesPart, type Columns, columnList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { eventColumns, eventRow } from "./event-row";
import type { PlacedEvent } from "./placed-event";

const columns = {
  id: "bigint",
  deliveryId: "bigint",
  conversationId: "bigint",
  occurredAt: "bigint",
  receivedAt: "bigint",
  raw: "text",
  editedBy: "text",
  ...eventColumns,
} satisfies Columns;

/** Half of the hash computed at ingestion is enough to tell apart simultaneous events of one conversation. */
export const hashLength = 16;

/** Appends the events that the log does not contain yet, and returns their ids. */
export async function insertEvents(
  transaction: Statements,
  dialect: Dialect,
  events: readonly PlacedEvent[],
  conversations: ReadonlyMap<string, bigint>,
): Promise<Set<bigint>> {
  if (events.length === 0) return new Set();
  const rows = events.map(({ id, deliveryId, conversationKey, occurredAt, receivedAt, raw, event }, place) => ({
    id,
    deliveryId,
    conversationId: conversations.get(conversationKey) ?? null,
    occurredAt,
    receivedAt,
    raw,
    editedBy: event.editedBy,
    ...eventRow(event),
    hashAt: place * hashLength + 1,
  }));
  const hashes = Buffer.concat(events.map(({ hash }) => hash.subarray(0, hashLength)));
  const inserted = await transaction.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "Event" (${columnList(columns)}, "hash")
    SELECT ${columnList(columns)}, ${bytesPart(dialect, hashes, '"hashAt"', String(hashLength))}
    FROM ${jsonRows(dialect, { ...columns, hashAt: "integer" }, rows)} WHERE true
    ON CONFLICT ("conversationId", "occurredAt", "hash") DO NOTHING
    RETURNING "id"`;
  return new Set(inserted.map(({ id }) => id));
}
