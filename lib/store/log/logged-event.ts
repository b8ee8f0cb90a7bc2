import "server-only";
import type { Interpretation } from "@/lib/event-types/interpretation";
import { readMeaning, withRequest } from "@/lib/event-types/read-event";
import { unknownEnvelopeFields } from "@/lib/event-types/unfamiliar/known-fields";
import { readEnvelope } from "@/lib/events/envelope";
import type { Event } from "@/lib/events/event";
import { parseRaw } from "@/lib/json/parse-json";
import type { Queries } from "@/lib/store/connection/statements";
import { mostBytes } from "@/lib/store/connection/within-bytes";
import { toIso } from "@/lib/time/instant";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** An event of the log, as read by projections. */
export interface LoggedEvent {
  id: bigint;
  /** Microseconds. */
  occurredAt: bigint;
  receivedAt: bigint;
  conversationId: bigint;
  conversationKey: string;
  event: Event;
  meaning: Interpretation;
  /** Unknown fields of its envelope. */
  newFields: readonly string[];
}

/** The columns that an event is read from. */
export interface LogRow {
  id: bigint;
  deliveryId: bigint;
  conversationId: bigint;
  /** The conversation's key; null if the log has lost it. */
  key: string | null;
  occurredAt: bigint;
  receivedAt: bigint;
  raw: string;
  editedBy: string | null;
  erasedAt: bigint | null;
}

/** Converts an event's row. The text is parsed once for all projections. */
export function toLoggedEvent({ deliveryId, key, raw, editedBy, erasedAt, ...row }: LogRow): LoggedEvent {
  const value = parse(raw);
  const times = { receivedAt: toIso(row.receivedAt), erasedAt: erasedAt === null ? undefined : toIso(erasedAt) };
  const from = { id: String(row.id), ...times, deliveryId: String(deliveryId), editedBy };
  const { event: read, meaning } = readMeaning(from, readEnvelope(value));
  const event = withRequest(read);
  const conversationKey = key ?? event.envelope.conversation.key;
  return { ...row, conversationKey, event, meaning, newFields: unknownEnvelopeFields(value) };
}

interface Stretch {
  after: bigint;
  upTo: bigint;
  most: number;
  /** All conversations if undefined. */
  conversationId?: bigint;
}

/**
 * The first events after the id `after` and up to the id `upTo`, in ascending order: at most `most`, and about one page in
 * bytes. `isLast`: there are no more.
 */
export async function readLoggedEvents(
  transaction: Queries,
  { after, upTo, most, conversationId }: Stretch,
): Promise<{ events: LoggedEvent[]; isLast: boolean }> {
  const own = conversationId === undefined ? Prisma.empty : Prisma.sql`AND e."conversationId" = ${conversationId}`;
  const sizes = await transaction.$queryRaw<{ id: bigint; size: bigint | number }[]>`
    SELECT e."id", octet_length(e."raw") AS "size" FROM "Event" e
    WHERE e."id" > ${after} AND e."id" <= ${upTo} ${own} ORDER BY e."id" LIMIT ${most}`;
  let bytes = 0;
  const beyond = sizes.findIndex(({ size }, place) => {
    bytes += Number(size);
    return place > 0 && bytes > mostBytes;
  });
  const last = sizes.at(beyond === -1 ? -1 : beyond - 1);
  if (last === undefined) return { events: [], isLast: true };
  const rows = await transaction.$queryRaw<LogRow[]>`
    SELECT e."id", e."deliveryId", e."conversationId", k."key", e."occurredAt", e."receivedAt", e."raw", e."editedBy",
      e."erasedAt"
    FROM "Event" e LEFT JOIN "ConversationKey" k ON k."id" = e."conversationId"
    WHERE e."id" > ${after} AND e."id" <= ${last.id} ${own} ORDER BY e."id"`;
  return { events: rows.map(toLoggedEvent), isLast: beyond === -1 && sizes.length < most };
}

function parse(raw: string): unknown {
  try {
    return parseRaw(raw);
  } catch {
    return undefined;
  }
}
