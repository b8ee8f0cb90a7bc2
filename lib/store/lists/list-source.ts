import "server-only";
import type { Range } from "@/lib/filters/values/range";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { MANY } from "./list-related";
import { greatest, least, type TimeOrder, type Times, within } from "./list-times";

const everything = Prisma.sql`"Conversation" c`;

/**
 * Conversations `c`, for FROM: all of which both times lie in `times`, and as few others as an index can tell. Walked by one time,
 * a list would have to pass all that lies before the range of the other. But of a conversation that began before a moment the
 * last event is before it too, unless it was going on then: those few are gathered, and the walk is bounded by both ranges.
 */
export async function listSource(store: Store, times: Times, { walked, descending }: TimeOrder): Promise<Prisma.Sql> {
  const other = times[walked === "lastEventAt" ? "createdAt" : "lastEventAt"];
  if (other.from === null && other.to === null) return everything;
  const range = { from: greatest(times[walked].from, other.from), to: least(times[walked].to, other.to) };
  const outside = await idsOf(store, walked === "lastEventAt" ? endedOutside(other) : begunOutside(other));
  if (outside.length > MANY) return everything;
  const inside = Prisma.join(within(Prisma.raw(`w."${walked}"`), range), " AND ");
  const direction = descending ? "DESC" : "ASC";
  const order = Prisma.raw(`w."${walked}" ${direction}, w."id" ${direction}`);
  const list = jsonList(store.dialect, "bigint", outside);
  // Only what is sorted by itself Postgres merges as it comes; the order of a cross join is SQLite's order of work.
  return Prisma.sql`(
    SELECT * FROM (SELECT w.* FROM "Conversation" w WHERE ${inside} ORDER BY ${order}) i
    UNION ALL SELECT w.* FROM (${list}) o CROSS JOIN "Conversation" w WHERE w."id" = o."value") c`;
}

/** No more than tells that they are many. */
async function idsOf({ reader }: Store, selections: readonly Prisma.Sql[]): Promise<bigint[]> {
  const rows = await reader.$queryRaw<
    { id: bigint }[]
  >`${Prisma.join([...selections], " UNION ALL ")} LIMIT ${MANY + 1}`;
  return rows.map(({ id }) => BigInt(id));
}

/** Those that began within `begun`, but whose last event was not within it. */
function endedOutside({ from, to }: Range): Prisma.Sql[] {
  return [...(from === null ? [] : [backwards(from - 1n)]), ...(to === null ? [] : across(to))];
}

/** Those whose last event was within `ended`, but that did not begin within it. */
function begunOutside({ from, to }: Range): Prisma.Sql[] {
  return [...(from === null ? [] : across(from - 1n)), ...(to === null ? [] : [backwards(to)])];
}

/** Conversations that began after `moment` and had their last event before, as only wrong clocks tell. */
function backwards(moment: bigint): Prisma.Sql {
  return Prisma.sql`SELECT s."id" FROM "Conversation" s
    WHERE s."lastEventAt" < s."createdAt" AND s."createdAt" > ${moment} AND +s."lastEventAt" <= ${moment}`;
}

/** Shorter ones have no entry in the index of spans: as the migration says. */
const BRIEF = 1_000_000_000n;
/** A class of durations for each number of digits of their microseconds, up to all that lies between the years 1 and 9999. */
const digits = Array.from({ length: 9 }, (_, place) => place + 10);

/**
 * Conversations that began at or before `moment` and had events after it. Those of one class of durations began within ten times
 * its shortest before the moment: of the index's entries there, every tenth or more is one of them.
 */
function across(moment: bigint): Prisma.Sql[] {
  const isAcross = Prisma.sql`s."createdAt" <= ${moment} AND s."lastEventAt" > ${moment}`;
  const brief = Prisma.sql`SELECT s."id" FROM "Conversation" s
    WHERE s."createdAt" > ${moment - BRIEF} AND ${isAcross} AND s."lastEventAt" - s."createdAt" < ${BRIEF}`;
  const longer = digits.map(
    (length) => Prisma.sql`SELECT s."id" FROM "Conversation" s
    WHERE s."lastEventAt" - s."createdAt" >= ${Prisma.raw(String(BRIEF))}
      AND length(CAST(s."lastEventAt" - s."createdAt" AS TEXT)) = ${Prisma.raw(String(length))}
      AND s."createdAt" > ${moment - 10n ** BigInt(length)} AND ${isAcross}`,
  );
  return [brief, ...longer];
}
