import "server-only";
import type { Access } from "@/lib/access/scope";
import { type MetricId, metricOf } from "@/lib/analytics/metrics";
import type { Cohort } from "@/lib/analytics/narrow";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { cohortRows } from "./cohort-rows";
import { valuesSql } from "./count-metrics";
import { placeAmong } from "./groupings";

/** How many values of a duration are in each range. `starts`: in microseconds, ascending; the first is the least value. */
export async function countValues(
  store: Store,
  access: Access,
  cohort: Cohort,
  id: MetricId,
  starts: readonly bigint[],
): Promise<number[]> {
  const metric = metricOf(id);
  if (!("value" in metric)) throw new Error(`"${id}" has no values.`);
  const values = valuesSql(await cohortRows(store, access, cohort), metric.value);
  const rows = await store.reader.$queryRaw<{ place: bigint | number; count: bigint | number }[]>`
    SELECT ${placeAmong(Prisma.sql`v."value"`, starts)} AS "place", count(*) AS "count" FROM (${values}) v GROUP BY 1`;
  const counts = new Map(rows.map(({ place, count }) => [Number(place), Number(count)]));
  return starts.map((_, place) => counts.get(place) ?? 0);
}
