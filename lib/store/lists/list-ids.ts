import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { endless } from "@/lib/store/projections/facet-sets/facet-set";
import { dayOf } from "@/lib/store/projections/last-day";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Asked, Times } from "./asked";
import { all } from "./condition-sql";
import { conversationTests, matchingSets, ofMatchingSets, timeTests } from "./conversation-conditions";
import type { ListPlace } from "./list-conversations";
import type { Way } from "./list-way";

export interface ListOrder {
  name: string;
  /** The sort key of conversations `c`. */
  value: Prisma.Sql;
  /** The sort key may be null: nulls are sorted last, by id. */
  isOptional: boolean;
  isDescending: boolean;
  direction: Prisma.Sql;
  /** The comparison with the last row that selects the following rows. */
  beyond: Prisma.Sql;
}

interface Request {
  asked: Asked;
  way: Way;
  order: ListOrder;
  after: ListPlace | null;
  most: number;
}

/** Represents null in a cursor; no time and no duration in microseconds is as large. */
const noValue = 9_007_199_254_740_991n;

/** `id`, `value` and `isPresent` of a list's first conversations after a cursor. */
export function listIds(dialect: Dialect, request: Request): Prisma.Sql {
  const { order, after, most, way } = request;
  if (way.begins === "sets") return ofSets(dialect, request);
  if (way.begins === "nearest") return ofNearest(dialect, request);
  if (!order.isOptional) return ordered(dialect, request, keyset(order, after));
  const isBeyondValues = after?.value === noValue;
  const isSet = Prisma.sql`${order.value} IS NOT NULL`;
  const present = isBeyondValues ? [Prisma.sql`1 = 0`] : [isSet, ...keyset(order, after)];
  const absent = {
    ...request,
    order: { ...order, value: Prisma.sql`CAST(${noValue} AS bigint)`, name: "id" },
  };
  const further = isBeyondValues ? [Prisma.sql`c."id" ${order.beyond} ${after.id}`] : [];
  // The second is read only if the first does not fill the page.
  return Prisma.sql`SELECT * FROM (${ordered(dialect, request, present)}) p UNION ALL
    SELECT "id", "value", 0 FROM (${ordered(dialect, absent, [Prisma.sql`${order.value} IS NULL`, ...further])}) a
    LIMIT ${most}`;
}

function keyset({ value, beyond }: ListOrder, after: ListPlace | null): Prisma.Sql[] {
  return after === null ? [] : [Prisma.sql`(${value}, c."id") ${beyond} (${after.value}, ${after.id})`];
}

function ordered(dialect: Dialect, { asked, way, order, after, most }: Request, more: Prisma.Sql[]): Prisma.Sql {
  const { value, direction } = order;
  const columns = Prisma.sql`c."id" AS "id", ${value} AS "value", 1 AS "isPresent"`;
  if (way.begins === "few") {
    const tests = all([
      ...ofMatchingSets(asked, !way.isOfSets),
      ...conversationTests(dialect, asked, way, way.isOfSets),
      ...more,
    ]);
    // An optimization fence, so that neither database scans the sort index instead.
    const fence = dialect === "sqlite" ? Prisma.sql`LIMIT -1 OFFSET 0` : Prisma.sql`OFFSET 0`;
    return Prisma.sql`SELECT * FROM (SELECT ${columns} FROM "Conversation" c WHERE ${tests} ${fence}) f
      ORDER BY "value" ${direction}, "id" ${direction} LIMIT ${most}`;
  }
  const tests = [
    ...conversationTests(dialect, asked, way, order.name !== "lastEventAt"),
    ...ofMatchingSets(asked, true),
  ];
  const byId = order.name === "id" ? Prisma.empty : Prisma.sql`${value} ${direction},`;
  if (way.begins === "scan") {
    return Prisma.sql`SELECT ${columns} FROM "Conversation" c WHERE ${all([...tests, ...more])}
      ORDER BY ${byId} c."id" ${direction} LIMIT ${most}`;
  }
  const [rows] = asked.variables.filter(({ isOneValue }) => isOneValue);
  const days = rows === undefined ? [] : [rows.where, ...daysOf(asked.times, order, after)];
  return Prisma.sql`SELECT ${columns} FROM "ConversationVariable" r CROSS JOIN "Conversation" c
    WHERE c."id" = r."conversationId" AND ${all([...days, ...tests, ...more])}
    ORDER BY r."lastDay" ${direction}, ${value} ${direction}, c."id" ${direction} LIMIT ${most}`;
}

function daysOf({ lastEventAt }: Times, { beyond }: ListOrder, after: ListPlace | null): Prisma.Sql[] {
  return [
    ...lastEventAt.flatMap(({ from }) => (from === null ? [] : [Prisma.sql`r."lastDay" >= ${dayOf(from)}`])),
    ...lastEventAt.flatMap(({ to }) => (to === null ? [] : [Prisma.sql`r."lastDay" <= ${dayOf(to)}`])),
    ...(after === null ? [] : [Prisma.sql`r."lastDay" ${beyond}= ${dayOf(BigInt(after.value))}`]),
  ];
}

/** This many conversations can be tested one by one within milliseconds. */
const near = Prisma.raw("20000");

/**
 * A frequent combination is soon found by scanning; a rare one, such as two conditions that never occur together, is gathered
 * and compared.
 */
function ofNearest(dialect: Dialect, request: Request): Prisma.Sql {
  const { asked, order, after, most, way } = request;
  const { direction, beyond } = order;
  const times = { createdAt: [], duration: [], lastEventAt: asked.times.lastEventAt };
  const border = Prisma.sql`(SELECT c."lastEventAt" FROM "Conversation" c
    WHERE ${all([...timeTests(times, Prisma.sql`c.`), ...keyset(order, after)])} ORDER BY c."lastEventAt" ${direction}, c."id" ${direction} LIMIT 1 OFFSET ${near})`;
  const scanned: Request = { ...request, way: { ...way, begins: "scan" } };
  const compared: Request = { ...request, way: { ...way, begins: "few", isOfSets: true, variables: () => "compare" } };
  const isFar = Prisma.sql`c."lastEventAt" ${beyond} ${border}`;
  const end = order.isDescending ? -noValue : noValue;
  const isNear = Prisma.sql`c."lastEventAt" ${order.isDescending ? Prisma.sql`>=` : Prisma.sql`<=`} coalesce(${border}, ${end})`;
  // The second is read only if the first does not fill the page.
  return Prisma.sql`SELECT * FROM (${ordered(dialect, scanned, [isNear, ...keyset(order, after)])}) p UNION ALL
    SELECT * FROM (${ordered(dialect, compared, [isFar, ...keyset(order, after)])}) a LIMIT ${most}`;
}

/**
 * The first conversations of each facet set, by the time of the last event. A conversation that began before a given time had
 * its last event within the set's longest duration after it, so a range of start times is also a range of the set's index.
 */
function ofSets(dialect: Dialect, { asked, way, order, after, most }: Request): Prisma.Sql {
  const { value, direction } = order;
  const bounds = asked.times.createdAt.flatMap(({ from, to }) => [
    ...(from === null ? [] : [Prisma.sql`c."lastEventAt" >= ${from} - (s."longest" / ${endless}) * ${endless}`]),
    ...(to === null ? [] : [Prisma.sql`c."lastEventAt" <= ${to} + s."longest"`]),
  ]);
  const tests = all([...bounds, ...conversationTests(dialect, asked, way), ...keyset(order, after)]);
  const first = Prisma.sql`SELECT c."id" AS "id", ${value} AS "value" FROM "Conversation" c
    WHERE c."facetSetId" = s."id" AND ${tests} ORDER BY ${value} ${direction}, c."id" ${direction} LIMIT ${most}`;
  // SQLite has no lateral joins, but table-valued functions over a subquery's result.
  const joined =
    dialect === "sqlite"
      ? Prisma.sql`json_each((SELECT json_group_array(json_array("id", "value")) FROM (${first}))) k`
      : Prisma.sql`LATERAL (${first}) k`;
  const columns =
    dialect === "sqlite"
      ? Prisma.sql`k."value" ->> 0 AS "id", k."value" ->> 1 AS "value"`
      : Prisma.sql`k."id", k."value"`;
  return Prisma.sql`SELECT *, 1 AS "isPresent" FROM (SELECT ${columns} FROM "FacetSet" s CROSS JOIN ${joined}
    WHERE ${matchingSets(asked)}) f ORDER BY "value" ${direction}, "id" ${direction} LIMIT ${most}`;
}
