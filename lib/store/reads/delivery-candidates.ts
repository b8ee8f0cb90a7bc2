import "server-only";
import type { DeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { holdsText } from "@/lib/store/search/holds-text";
import { conversationHits } from "@/lib/store/search/text-condition";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { timeConditions } from "./delivery-conditions";
import { latestQuarantined } from "./quarantined-subjects";

/** Maximum number of bodies searched for a text; their total size is limited as well. */
const mostBodies = 10_000;
const mostBytes = 64_000_000;
/** Maximum number of conversations matching a text whose deliveries are included: the latest ones. */
const mostConversations = 1000;
/** Maximum number of conversations scanned for a text shorter than a trigram. */
const latestConversations = 20_000;
export interface Candidates {
  /** Selects of ids; a delivery must be in each of them. */
  candidates: Prisma.Sql[];
  /** The time (microseconds) back to which bodies were searched; null if all were, or none had to be. */
  searchedFrom: bigint | null;
}

/** The deliveries that match the texts and conversations in `filters`. */
export async function deliveryCandidates(store: Store, filters: DeliveryFilters): Promise<Candidates> {
  const { q, conversation } = filters;
  const ofConversations = conversation.length === 0 ? [] : [await ofKeys(store, conversation)];
  if (q === null) return { candidates: ofConversations, searchedFrom: null };
  const [ids, searched] = await Promise.all([conversationsWith(store, q), searchedBodies(store, filters)]);
  const parts = [
    ofConversationIds(store, ids),
    await quarantinedOf(store, ids),
    bodiesWith(store, filters, q, searched.count),
    ...(/^#?\d{1,18}$/.test(q) ? [Prisma.sql`SELECT ${BigInt(q.replace("#", ""))} AS "id"`] : []),
  ];
  const searchedFrom = searched.isAll ? null : searched.from;
  return { candidates: [...ofConversations, Prisma.join(parts, " UNION ")], searchedFrom };
}

async function ofKeys(store: Store, keys: readonly string[]): Promise<Prisma.Sql> {
  const [found, quarantined] = await Promise.all([
    store.reader.conversationKey.findMany({ where: { key: { in: [...keys] } } }),
    latestQuarantined(store),
  ]);
  const refused = quarantined.filter(({ key }) => key !== null && keys.includes(key));
  return Prisma.sql`${ofConversationIds(
    store,
    found.map(({ id }) => id),
  )} UNION ${idsOf(store, refused)}`;
}

/** For these conversations, by the keys in their quarantined events. */
async function quarantinedOf(store: Store, ids: readonly bigint[]): Promise<Prisma.Sql> {
  const quarantined = await latestQuarantined(store);
  const keys = [...new Set(quarantined.flatMap(({ key }) => key ?? []))];
  const known = await store.reader.conversationKey.findMany({ where: { key: { in: keys } } });
  const wanted = new Set(known.filter(({ id }) => ids.includes(id)).map(({ key }) => key));
  return idsOf(
    store,
    quarantined.filter(({ key }) => key !== null && wanted.has(key)),
  );
}

function idsOf({ dialect }: Store, refused: readonly { deliveryId: bigint }[]): Prisma.Sql {
  return jsonList(dialect, "bigint", [...new Set(refused.map(({ deliveryId }) => deliveryId))]);
}

/** Deliveries with events of these conversations, new ones or duplicates. */
function ofConversationIds({ dialect }: Store, ids: readonly bigint[]): Prisma.Sql {
  const list = jsonList(dialect, "bigint", ids);
  return Prisma.sql`SELECT e."deliveryId" AS "id" FROM "Event" e WHERE e."conversationId" IN (${list})
    UNION SELECT p."deliveryId" AS "id" FROM "Repeat" p WHERE p."conversationId" IN (${list})`;
}

/** The latest conversations whose key, title or visitor contains `text`. */
async function conversationsWith(store: Store, text: string): Promise<bigint[]> {
  const { reader } = store;
  const sought = foldText(text);
  const known = await reader.conversationKey.findUnique({ where: { key: text } });
  const own = known === null ? [] : [known.id];
  if (sought.plain === "") return own;
  const source =
    [...sought.plain].length < 3
      ? Prisma.sql`(SELECT "id", "searchText", "accentText" FROM "Conversation"
          ORDER BY "lastEventAt" DESC LIMIT ${latestConversations}) t WHERE ${holdsText("t", sought, "look up")}`
      : conversationHits(store.dialect, sought);
  const rows = await reader.$queryRaw<{ id: bigint }[]>`
    SELECT t."id" FROM ${source} ORDER BY t."id" DESC LIMIT ${mostConversations}`;
  return [...new Set([...own, ...rows.map(({ id }) => id)])];
}

interface SearchedBodies {
  /** Microseconds: the oldest delivery searched. */
  from: bigint;
  /** The number of deliveries searched. */
  count: number;
  /** There are no older ones in the time range. */
  isAll: boolean;
}

/** Which bodies are searched within the time range. */
async function searchedBodies({ reader }: Store, filters: DeliveryFilters): Promise<SearchedBodies> {
  const [row] = await reader.$queryRaw<{ from: bigint | null; count: bigint | number }[]>`
    SELECT min(w."receivedAt") AS "from", count(*) AS "count" FROM (
      SELECT l."receivedAt", sum(l."size") OVER (ORDER BY l."receivedAt" DESC, l."id" DESC) AS "bytes" FROM (
        SELECT d."receivedAt", d."id", d."size" ${latest(filters, mostBodies)}) l) w
    WHERE w."bytes" <= ${mostBytes}`;
  const from = row?.from ?? 0n;
  const older = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM "Delivery" d
    WHERE ${Prisma.join([Prisma.sql`d."receivedAt" < ${from}`, ...timeConditions(filters)], " AND ")} LIMIT 1`;
  return { from, count: Number(row?.count ?? 0), isAll: older.length === 0 };
}

/** The ids of the latest deliveries in the time range whose body contains the text as UTF-8, or JSON-escaped. */
function bodiesWith({ dialect }: Store, filters: DeliveryFilters, text: string, count: number): Prisma.Sql {
  const escaped = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const needles = [...new Set([text, escaped])].map((needle) => Buffer.from(needle));
  const tests = needles.map((needle) =>
    dialect === "postgresql"
      ? Prisma.sql`position(${needle}::bytea IN b."bytes") > 0`
      : Prisma.sql`instr(b."bytes", ${needle}) > 0`,
  );
  return Prisma.sql`SELECT b."id" FROM (SELECT d."id" ${latest(filters, count)}) s
    CROSS JOIN "DeliveryBody" b WHERE b."id" = s."id" AND (${Prisma.join(tests, " OR ")})`;
}

/** FROM the latest deliveries `d` in the time range. */
function latest(filters: DeliveryFilters, count: number): Prisma.Sql {
  const times = timeConditions(filters);
  const where = times.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(times, " AND ")}`;
  return Prisma.sql`FROM "Delivery" d ${where} ORDER BY d."receivedAt" DESC, d."id" DESC LIMIT ${count}`;
}
