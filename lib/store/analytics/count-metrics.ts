import "server-only";
import type { Access } from "@/lib/access/scope";
import { type Metric, type MetricId, type MetricValue, metricOf } from "@/lib/analytics/metrics";
import { type Cohort, filtersOf, type Narrowing } from "@/lib/analytics/narrow";
import { clausesOf } from "@/lib/filters/clauses-of";
import { isSettled } from "@/lib/filters/definitions/conversation/settled";
import { not } from "@/lib/filters/kinds/condition";
import type { Store } from "@/lib/store/connection/client";
import { all, clauseSql, joined } from "@/lib/store/lists/condition-sql";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { cohortRows, type Grouping, rowTest } from "./cohort-rows";
import { type Ranks, readRanks } from "./read-ranks";

/** What a metric is computed from, in one group. */
export interface Counted {
  /** Null if there is one group for all. */
  group: string | null;
  /** Conversations of the cohort, and those that are not settled yet. */
  started: number;
  pending: number;
  /** A share: numerator and denominator; a count: both the same; a duration or number: how many values. */
  k: number;
  n: number;
  /** Duration in microseconds, or number: nearest rank. */
  median: number | null;
  p90: number | null;
  /** Conversations without a value because nobody answered. */
  unanswered: number;
}

type CountRow = Record<string, bigint | number | null> & { group: string | null };

/** Each metric in each group of a cohort. Groups without a conversation are missing. */
export async function countMetrics(
  store: Store,
  access: Access,
  cohort: Cohort,
  ids: readonly MetricId[],
  grouping?: Grouping,
): Promise<Map<MetricId, Counted[]>> {
  const rows = await cohortRows(store, access, cohort, grouping);
  const columns = ids.flatMap((id, place) => {
    const { k, n, unanswered } = testsOf(access, metricOf(id));
    return [
      Prisma.sql`${sumOf(k)} AS ${named("k", place)}`,
      Prisma.sql`${sumOf(n)} AS ${named("n", place)}`,
      Prisma.sql`${sumOf(unanswered)} AS ${named("u", place)}`,
    ];
  });
  const counts = await store.reader.$queryRaw<CountRow[]>`
    SELECT "group", count(*) AS "started", ${sumOf([rowTest(access, not(isSettled))])} AS "pending",
      ${Prisma.join(columns)} FROM (${rows}) m GROUP BY "group"`;
  const found = new Map<MetricId, Counted[]>();
  for (const [place, id] of ids.entries()) {
    const metric = metricOf(id);
    const ranks =
      "value" in metric ? await readRanks(store, valuesSql(rows, metric.value)) : new Map<string | null, Ranks>();
    found.set(
      id,
      counts.map((row): Counted => {
        const of = (name: string) => Number(row[name] ?? 0);
        const { n = 0, median = null, p90 = null } = ranks.get(row.group) ?? {};
        return {
          group: row.group,
          started: of("started"),
          pending: of("pending"),
          ...("value" in metric ? { k: n, n } : { k: of(`k${place}`), n: of(`n${place}`) }),
          ...{ median, p90, unanswered: of(`u${place}`) },
        };
      }),
    );
  }
  return found;
}

/** The values of a duration or number, with their groups. */
export function valuesSql(rows: Prisma.Sql, value: MetricValue): Prisma.Sql {
  switch (value) {
    case "replies":
      return Prisma.sql`SELECT m."group", r."took" AS "value" FROM (${rows}) m
        JOIN "FactReply" r ON r."conversationId" = m."id" WHERE r."took" IS NOT NULL`;
    case "visitorTurns":
      return Prisma.sql`SELECT m."group", m."visitorTurns" AS "value" FROM (${rows}) m WHERE m."engaged" IS TRUE`;
    case "closedAfter":
      return Prisma.sql`SELECT m."group", m."closedAfter" AS "value" FROM (${rows}) m WHERE m."status" = 'closed'`;
    case "handoverWait":
      return Prisma.sql`SELECT m."group", m."handoverWait" AS "value" FROM (${rows}) m
        WHERE m."handoverWait" IS NOT NULL`;
    case "duration":
      return Prisma.sql`SELECT m."group", m."duration" AS "value" FROM (${rows}) m`;
  }
}

function testsOf(access: Access, metric: Metric) {
  const k = narrowingSql(access, metric.counted);
  if (metric.unit === "count") return { k, n: k, unanswered: null };
  if (metric.unit === "share") return { k, n: metric.of.map((one) => rowTest(access, one)), unanswered: null };
  return {
    k: null,
    n: null,
    unanswered: metric.unanswered === undefined ? null : narrowingSql(access, metric.unanswered),
  };
}

/** The conditions of filters, which are also those of the list that the cell refers to. */
function narrowingSql(access: Access, narrowing: Narrowing): Prisma.Sql[] {
  return clausesOf(filtersOf(narrowing)).map((clause) => clauseSql(clause, { access, names: () => [], of: joined }));
}

/** How many rows match all tests; 0 without tests. */
function sumOf(tests: Prisma.Sql[] | null): Prisma.Sql {
  return tests === null ? Prisma.sql`0` : Prisma.sql`CAST(sum(CASE WHEN ${all(tests)} THEN 1 ELSE 0 END) AS bigint)`;
}

function named(kind: "k" | "n" | "u", place: number): Prisma.Sql {
  return Prisma.raw(`"${kind}${place}"`);
}
