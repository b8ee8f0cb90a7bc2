import "server-only";
import { permissions } from "@/lib/access/permissions";
import { type Access, everything } from "@/lib/access/scope";
import { note } from "@/lib/event-types/types/note";
import type { MaskedData } from "@/lib/masking/mask-raw";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import type { ErasureMode } from "@/lib/store/erasure/erasures";
import { isHeld } from "@/lib/store/erasure/holds";
import { readAsked } from "@/lib/store/lists/asked";
import { allMatching } from "@/lib/store/lists/list-counts";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, type Due, mostExamples, type Preview } from "./expiry";
import { maskedColumns } from "./mask-values";

/** Rules apply to all conversations, and their filters may be about anything. */
const everyone: Access = { permissions: new Set(permissions), scope: everything };

/** Microseconds of the last event, then the id. */
const place = /^(-?\d+)-(\d+)$/;

/** How conversations of one category expire: by an erasure in this mode. */
export interface ErasingExpiry {
  mode: ErasureMode;
  /** What is masked instead. */
  masks: MaskedData | null;
  /** Only events of this type; null for all. */
  only: string | null;
  /** Whether something of a conversation `c` is left to erase. */
  left: Prisma.Sql;
}

/** Events become skeletons. */
export const expireContent: ErasingExpiry = {
  mode: "content",
  masks: null,
  only: null,
  left: Prisma.sql`EXISTS (SELECT 1 FROM "Event" e WHERE e."conversationId" = c."id" AND e."erasedAt" IS NULL)`,
};

/** The same for notes alone. */
export const expireNotes: ErasingExpiry = {
  mode: "content",
  masks: null,
  only: note.type,
  left: Prisma.sql`(c."noteCount" > 0 AND EXISTS (SELECT 1 FROM "Event" e
    WHERE e."conversationId" = c."id" AND e."type" = ${note.type} AND e."erasedAt" IS NULL))`,
};

/** Everything is deleted. */
export const expireWhole: ErasingExpiry = { mode: "whole", masks: null, only: null, left: Prisma.sql`1 = 1` };

/** Data is masked in all events. */
export function expireData(masks: MaskedData): ErasingExpiry {
  const left = Prisma.sql`EXISTS (SELECT 1 FROM "Event" e JOIN "ConversationKey" k ON k."id" = e."conversationId"
    WHERE e."conversationId" = c."id" AND e."erasedAt" IS NULL AND e."id" > COALESCE(k.${maskedColumns[masks]}, 0))`;
  return { mode: "content", masks, only: null, left };
}

export interface ExpiredConversation {
  id: bigint;
  key: string;
  /** Where the next page begins, if this is the last one of a page. */
  place: string;
  /** Whether something is left to erase. */
  isLeft: boolean;
}

/** FROM and WHERE: the conversations `c` whose last event is old, and that match the rule's filter. */
async function expired(store: Store, { before, filters }: Due): Promise<Prisma.Sql> {
  const asked = await readAsked(store, everyone, filters);
  const matching = await allMatching(store, asked, { aside: true });
  return Prisma.sql`${matching} AND c."lastEventAt" < ${before}`;
}

/** A page, oldest first, after the place of the last one. Those that are held, or erased already, are included. */
export async function listExpired(
  store: Store,
  due: Due,
  { left, after, limit }: { left: Prisma.Sql; after: string | null; limit: number },
): Promise<ExpiredConversation[]> {
  const [, lastEventAt, id] = place.exec(after ?? "") ?? [];
  const beyond =
    lastEventAt === undefined || id === undefined
      ? Prisma.empty
      : Prisma.sql`AND (c."lastEventAt", c."id") > (${BigInt(lastEventAt)}, ${BigInt(id)})`;
  const rows = await store.reader.$queryRaw<{ id: bigint; key: string; lastEventAt: bigint; isLeft: unknown }[]>`
    SELECT c."id" AS "id", c."key" AS "key", c."lastEventAt" AS "lastEventAt",
      CASE WHEN ${left} THEN 1 ELSE 0 END AS "isLeft"
    ${await expired(store, due)} ${beyond} ORDER BY c."lastEventAt", c."id" LIMIT ${limit}`;
  return rows.map((row) => ({
    ...{ id: BigInt(row.id), key: row.key, isLeft: Number(row.isLeft) === 1 },
    place: `${row.lastEventAt}-${row.id}`,
  }));
}

/** Whether a conversation's last event is still old, also if it has events that are not projected yet. */
export async function isStillExpired(
  transaction: Statements,
  { id, before, projected }: { id: bigint; before: bigint; projected: bigint },
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 AS "expired" FROM "Conversation" c WHERE c."id" = ${id} AND c."lastEventAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."conversationId" = c."id" AND e."id" > ${projected})`;
  return rows.length > 0;
}

/** How many conversations would expire now, and the oldest of them. */
export async function previewExpired(store: Store, due: Due, left: Prisma.Sql): Promise<Preview> {
  const { reader } = store;
  const all = Prisma.sql`${await expired(store, due)} AND ${left}`;
  const free = Prisma.sql`${all} AND NOT ${isHeld(Prisma.sql`c.`)}`;
  const [total, count, oldest] = await Promise.all([
    reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${all}`.then(countIn),
    reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${free}`.then(countIn),
    reader.$queryRaw<{ key: string; title: string; lastEventAt: bigint }[]>`
      SELECT c."key" AS "key", c."title" AS "title", c."lastEventAt" AS "lastEventAt" ${free}
      ORDER BY c."lastEventAt", c."id" LIMIT ${mostExamples}`,
  ]);
  const examples = oldest.map(({ key, title, lastEventAt }) => ({
    ...{ type: "conversation" as const, id: key, title, at: BigInt(lastEventAt) },
  }));
  return { count, held: total - count, examples };
}
