import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { endless } from "@/lib/store/projections/facet-set";
import { dayOf } from "@/lib/store/projections/last-day";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Asked, Times } from "./asked";
import { all } from "./condition-sql";
import { conversationTests, matchingSets, ofMatchingSets, timeTests } from "./conversation-conditions";
import type { ListPlace } from "./list-conversations";
import type { Way } from "./list-way";

export interface ListOrder {
  name: string;
  /** What conversations `c` are sorted by. */
  value: Prisma.Sql;
  /** It can be null: those come last, by their age in the database. */
  isOptional: boolean;
  isDescending: boolean;
  direction: Prisma.Sql;
  /** The comparison with the last row that leads to the next. */
  beyond: Prisma.Sql;
}

interface Request {
  asked: Asked;
  way: Way;
  order: ListOrder;
  after: ListPlace | null;
  most: number;
}

/** Stands for no value in the place of a row; no time and no number of microseconds is as large. */
const noValue = 9_007_199_254_740_991n;

/** `id`, `value` and `isPresent` of the first conversations of a list after a place. */
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
  // The second is only read where the first does not fill the page.
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
    // Fenced off, so that neither database walks the order instead.
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

/** So many conversations are asked one by one within milliseconds. */
const near = Prisma.raw("20000");

/** What is frequent is soon met; what is not, such as two things that never meet, is gathered and compared. */
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
  // The second is only read where the first does not fill the page.
  return Prisma.sql`SELECT * FROM (${ordered(dialect, scanned, [isNear, ...keyset(order, after)])}) p UNION ALL
    SELECT * FROM (${ordered(dialect, compared, [isFar, ...keyset(order, after)])}) a LIMIT ${most}`;
}

/**
 * The first of each facet set, by the time of the last event. A conversation that began before a moment had its last event no later
 * than the set's longest duration after it, so that a range of the beginning is also one of the set's index.
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
  // SQLite has no lateral joins, but functions that make rows of what a subquery returns.
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
