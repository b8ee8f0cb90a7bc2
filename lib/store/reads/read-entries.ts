import "server-only";
import type { QueryReader } from "@/lib/store/connection/statements";
import { mostBytes } from "@/lib/store/connection/within-bytes";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** An event's row in the log, without derived columns. */
export interface LogEntry {
  id: bigint;
  conversationId: bigint;
  occurredAt: bigint;
  receivedAt: bigint;
  deliveryId: bigint;
  raw: string;
  editedBy: string | null;
  erasedAt: bigint | null;
}

interface EntriesRequest {
  conversationIds: readonly bigint[];
  /** The last event to read in the order of (occurredAt, id). */
  upTo?: { occurredAt: bigint; id: bigint } | undefined;
  /** The last id to read: events stored later are excluded. */
  lastId?: bigint | undefined;
  /** Maximum rows per statement. */
  limit: number;
}

/**
 * Events in the order of (conversationId, occurredAt, id), in chunks of at most `limit` rows and about a megabyte: memory use
 * does not depend on the length of conversations or messages.
 */
export async function* readEntries({ reader }: QueryReader, request: EntriesRequest): AsyncGenerator<LogEntry[]> {
  const { conversationIds, upTo, lastId, limit } = request;
  const ids =
    conversationIds.length === 1
      ? Prisma.sql`= ${conversationIds[0]}`
      : Prisma.sql`IN (${Prisma.join([...conversationIds])})`;
  const until =
    upTo === undefined
      ? Prisma.empty
      : Prisma.sql`AND "occurredAt" <= ${upTo.occurredAt} AND ("occurredAt" < ${upTo.occurredAt} OR "id" <= ${upTo.id})`;
  const stored = lastId === undefined ? Prisma.empty : Prisma.sql`AND "id" <= ${lastId}`;
  let last: LogEntry | undefined;
  for (;;) {
    const rows = await reader.$queryRaw<(LogEntry & { listed: bigint | number })[]>`
      SELECT e."id", e."conversationId", e."occurredAt", e."receivedAt", e."deliveryId", e."raw", e."editedBy", e."erasedAt",
        part."listed"
      FROM (
        SELECT "id", "size", count(*) OVER () AS "listed",
          sum("size") OVER (ORDER BY "conversationId", "occurredAt", "id" ROWS UNBOUNDED PRECEDING) AS "total"
        FROM (
          SELECT "id", "conversationId", "occurredAt", octet_length("raw") AS "size" FROM "Event"
          WHERE "conversationId" ${ids} ${stored} ${until} ${after(last)}
          ORDER BY "conversationId", "occurredAt", "id" LIMIT ${limit}
        ) AS listed
      ) AS part JOIN "Event" e ON e."id" = part."id"
      WHERE part."total" <= ${mostBytes} OR part."total" = part."size"
      ORDER BY e."conversationId", e."occurredAt", e."id"`;
    if (rows.length === 0) return;
    const entries = rows.map(entryOf);
    yield entries;
    const listed = Number(rows[0]?.listed);
    if (listed < limit && listed === rows.length) return;
    last = entries.at(-1);
  }
}

function after(last: LogEntry | undefined): Prisma.Sql {
  if (last === undefined) return Prisma.empty;
  const { conversationId, occurredAt, id } = last;
  return Prisma.sql`AND ("conversationId", "occurredAt", "id") > (${conversationId}, ${occurredAt}, ${id})`;
}

function entryOf({ id, conversationId, occurredAt, receivedAt, deliveryId, raw, ...row }: LogEntry): LogEntry {
  return {
    ...{ id: BigInt(id), conversationId: BigInt(conversationId), occurredAt: BigInt(occurredAt) },
    ...{ receivedAt: BigInt(receivedAt), deliveryId: BigInt(deliveryId), raw, editedBy: row.editedBy },
    erasedAt: row.erasedAt === null ? null : BigInt(row.erasedAt),
  };
}
