import "server-only";
import type { LocalPart } from "@/lib/filters/kinds/condition";
import { type Offset, offsetsOf } from "@/lib/time/offsets";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** Whole weeks in microseconds that make every time positive, since both databases divide towards zero. */
const manyWeeks = String(150_000n * 604_800_000_000n);

/** The weekday (0 is Monday) or the hour of a time in a zone. */
export function localSql(time: Prisma.Sql, part: LocalPart, zone: string): Prisma.Sql {
  const local = Prisma.sql`(${time} + ${offsetSql(time, offsetsOf(zone))} + ${Prisma.raw(manyWeeks)})`;
  // 1970 began on a Thursday.
  if (part === "weekday") return Prisma.sql`((${local} / 86400000000 + 3) % 7)`;
  return Prisma.sql`((${local} / 3600000000) % 24)`;
}

/** A balanced tree of comparisons. The numbers are computed here, never taken from a request. */
function offsetSql(time: Prisma.Sql, offsets: readonly Offset[]): Prisma.Sql {
  const middle = Math.floor((offsets.length - 1) / 2);
  const { until, offset } = offsets[middle] ?? { until: null, offset: 0n };
  if (until === null || offsets.length === 1) return Prisma.raw(`(${offset})`);
  const [earlier, later] = [offsets.slice(0, middle + 1), offsets.slice(middle + 1)];
  return Prisma.sql`CASE WHEN ${time} < ${Prisma.raw(String(until))}
    THEN ${offsetSql(time, earlier)} ELSE ${offsetSql(time, later)} END`;
}
