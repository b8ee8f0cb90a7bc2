import "server-only";
import type { Store } from "@/lib/store/connection/client";
import type { Prisma } from "@/prisma/generated/sqlite/client";

/** Exact percentiles of values: the nearest rank. */
export interface Ranks {
  n: number;
  median: number | null;
  p90: number | null;
}

type RankRow = {
  group: string | null;
  n: bigint | number;
  median: bigint | number | null;
  p90: bigint | number | null;
};

/** @param values a statement with the columns `group` and `value`, which is never null */
export async function readRanks({ reader }: Store, values: Prisma.Sql): Promise<Map<string | null, Ranks>> {
  const found = await reader.$queryRaw<RankRow[]>`
    SELECT "group", max("n") AS "n", max(CASE WHEN "rank" = ("n" + 1) / 2 THEN "value" END) AS "median",
      max(CASE WHEN "rank" = ("n" * 9 + 9) / 10 THEN "value" END) AS "p90"
    FROM (SELECT "group", "value", row_number() OVER (PARTITION BY "group" ORDER BY "value") AS "rank",
      count(*) OVER (PARTITION BY "group") AS "n" FROM (${values}) v) w GROUP BY "group"`;
  const numberOf = (found: bigint | number | null) => (found === null ? null : Number(found));
  return new Map(
    found.map(({ group, n, median, p90 }) => [group, { n: Number(n), median: numberOf(median), p90: numberOf(p90) }]),
  );
}
