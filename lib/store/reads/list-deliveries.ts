import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { DeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { deliveriesInScope } from "./deliveries-in-scope";
import { deliveryCandidates } from "./delivery-candidates";
import {
  columnConditions,
  isIndexed,
  openVerdicts,
  type Stretch,
  stretchesOf,
  timeConditions,
} from "./delivery-conditions";

export interface DeliveriesRequest {
  filters: DeliveryFilters;
  /** The last delivery of the previous page. */
  after: DeliveryPlace | null;
  limit: number;
}

/** The cursor of a delivery in the list, which is in order of arrival. */
export interface DeliveryPlace {
  /** Microseconds. */
  receivedAt: bigint;
  id: bigint;
}

export interface DeliveriesFound {
  rows: DeliveryRow[];
  /** The next page's cursor; null on the last page. */
  next: DeliveryPlace | null;
  /** The time (microseconds) back to which deliveries were searched; null if all were. */
  searchedFrom: bigint | null;
}

export type DeliveryRow = NonNullable<Awaited<ReturnType<Store["reader"]["delivery"]["findUnique"]>>>;

/** Maximum number of deliveries scanned for a page when no index applies. */
const mostLookedAt = 100_000;
/** The same if the events of each have to be read, for a scoped viewer. */
const mostLookedInto = 20_000;

const newestFirst = Prisma.sql`ORDER BY d."receivedAt" DESC, d."id" DESC`;

/** A page of the webhook log without the bodies, newest first. */
export async function listDeliveries(
  store: Store,
  access: Access,
  { filters, after, limit }: DeliveriesRequest,
): Promise<DeliveriesFound> {
  const stretches = stretchesOf(filters);
  const isScopeless = isEverything(access.scope);
  // Nothing but accepted deliveries is in a scope.
  if (stretches !== null && (stretches.length === 0 || !isScopeless))
    return { rows: [], next: null, searchedFrom: null };
  const { candidates, searchedFrom } = await deliveryCandidates(store, filters);
  const range = [...timeConditions(filters), ...(after === null ? [] : [isBefore(after)])];
  const end =
    candidates.length > 0 || stretches !== null || (isScopeless && isIndexed(filters))
      ? null
      : await endOfSearch(store, range, isScopeless ? mostLookedAt : mostLookedInto);
  const conditions = [
    ...range,
    ...(end === null ? [] : [isAfter(end)]),
    ...columnConditions(filters),
    ...deliveriesInScope(access),
  ];
  const found = await readPlaces(store, { candidates, stretches, conditions, limit: limit + 1 });
  const isFull = found.length > limit;
  const places = found.slice(0, limit);
  const last = isFull ? places.at(-1) : undefined;
  return {
    rows: await readRows(store, places),
    next: last ?? (end === null ? null : { ...end, id: end.id + 1n }),
    searchedFrom: searchedFrom ?? (isFull ? null : (end?.receivedAt ?? null)),
  };
}

interface Selection {
  candidates: readonly Prisma.Sql[];
  stretches: readonly Stretch[] | null;
  conditions: readonly Prisma.Sql[];
  limit: number;
}

async function readPlaces(
  { reader, dialect }: Store,
  { candidates, stretches, conditions, limit }: Selection,
): Promise<DeliveryPlace[]> {
  const [first, ...others] = candidates;
  const all = [...conditions, ...others.map((other) => Prisma.sql`d."id" IN (${other})`)];
  const select = Prisma.sql`SELECT d."receivedAt", d."id" FROM`;
  if (first !== undefined) {
    // SQLite reads the left side of a cross join first.
    const join = dialect === "sqlite" ? Prisma.sql`CROSS JOIN` : Prisma.sql`JOIN`;
    const verdicts = stretches === null ? [] : [Prisma.sql`(${Prisma.join(stretches.map(openVerdicts), " OR ")})`];
    return reader.$queryRaw`
      ${select} (${first}) k ${join} "Delivery" d ON d."id" = k."id" ${where([...verdicts, ...all])}
      ${newestFirst} LIMIT ${limit}`;
  }
  if (stretches === null) {
    return reader.$queryRaw`${select} "Delivery" d ${where(all)} ${newestFirst} LIMIT ${limit}`;
  }
  // Each part of the index is sorted: together they cost their limits, however long the log is.
  const parts = stretches.map(
    (stretch) => Prisma.sql`
      SELECT * FROM (${select} "Delivery" d ${where([openVerdicts(stretch), ...all])} ${newestFirst} LIMIT ${limit}) AS part`,
  );
  return reader.$queryRaw`${Prisma.join(parts, " UNION ALL ")} ORDER BY "receivedAt" DESC, "id" DESC LIMIT ${limit}`;
}

/** The end of a page whose filters use no index; null if the log ends before. */
async function endOfSearch(
  { reader }: Store,
  range: readonly Prisma.Sql[],
  most: number,
): Promise<DeliveryPlace | null> {
  const [end] = await reader.$queryRaw<DeliveryPlace[]>`
    SELECT d."receivedAt", d."id" FROM "Delivery" d ${where(range)} ${newestFirst} LIMIT 1 OFFSET ${most}`;
  return end ?? null;
}

async function readRows({ reader }: Store, places: readonly DeliveryPlace[]): Promise<DeliveryRow[]> {
  const rows = await reader.delivery.findMany({ where: { id: { in: places.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id }) => byId.get(id) ?? []);
}

function isBefore({ receivedAt, id }: DeliveryPlace): Prisma.Sql {
  return Prisma.sql`d."receivedAt" <= ${receivedAt} AND (d."receivedAt" < ${receivedAt} OR d."id" < ${id})`;
}

function isAfter({ receivedAt, id }: DeliveryPlace): Prisma.Sql {
  return Prisma.sql`d."receivedAt" >= ${receivedAt} AND (d."receivedAt" > ${receivedAt} OR d."id" > ${id})`;
}

function where(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
}
