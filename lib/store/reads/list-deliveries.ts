import "server-only";
import type { DeliveryFilters } from "@/lib/api/schemas/delivery";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";

export interface DeliveriesRequest {
  filters: DeliveryFilters;
  /** The last id of the page before. */
  after: bigint | null;
  limit: number;
}

/** A page of the webhook log without the bodies, newest first. */
export async function listDeliveries({ reader }: Store, { filters, after, limit }: DeliveriesRequest) {
  const source = filters.source.length === 0 ? {} : { source: { in: filters.source } };
  const stretches = stretchesOf(filters);
  if (stretches === null) {
    const before = after === null ? {} : { id: { lt: after } };
    return reader.delivery.findMany({ where: { ...source, ...before }, ...page, take: limit });
  }
  if (stretches.length === 0) return [];
  const sources =
    filters.source.length === 0 ? Prisma.empty : Prisma.sql`AND "source" IN (${Prisma.join(filters.source)})`;
  const before = after === null ? Prisma.empty : Prisma.sql`AND "id" < ${after}`;
  // Each stretch of the index is in order by itself: together they cost their limits, however long the log.
  const parts = stretches.map(
    ({ verdict, resolution }) => Prisma.sql`
      SELECT "id" FROM (
        SELECT "id" FROM "Delivery" WHERE ${stretch(verdict, resolution)} ${sources} ${before}
        ORDER BY "id" DESC LIMIT ${limit}
      ) AS part`,
  );
  const found = await reader.$queryRaw<{ id: bigint }[]>`
    ${Prisma.join(parts, " UNION ALL ")} ORDER BY "id" DESC LIMIT ${limit}`;
  return reader.delivery.findMany({ where: { id: { in: found.map(({ id }) => id) } }, ...page });
}

const page = { orderBy: { id: "desc" } } as const;

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

/** The stretches of the index on verdict and resolution that hold what is asked for; null for the whole log. */
function stretchesOf({ verdict, resolution }: DeliveryFilters): { verdict: string; resolution: string }[] | null {
  if (verdict.length === 0 && resolution.length === 0) return null;
  const verdicts = verdict.length === 0 ? faulty : verdict;
  return verdicts.flatMap((one) => {
    if (!faulty.some((each) => each === one))
      return resolution.length === 0 ? [{ verdict: one, resolution: "none" }] : [];
    const wanted = resolution.length === 0 ? resolutions : resolution;
    return wanted.map((each) => ({ verdict: one, resolution: each }));
  });
}

/** Nearly all deliveries are accepted: those have no index but their ids'. The others' has a condition, which must be said. */
function stretch(verdict: string, resolution: string): Prisma.Sql {
  if (verdict === "accepted") return Prisma.sql`"verdict" = 'accepted'`;
  return Prisma.sql`"verdict" <> 'accepted' AND "verdict" = ${verdict} AND "resolution" = ${resolution}`;
}

const faulty = ["quarantined", "partial"] as const;
const resolutions = ["open", "reprocessed", "dismissed"] as const;
