import "server-only";
import type { Store } from "./client";

/** The ids of open quarantined and partial deliveries from after `after` up to `upTo`, oldest first. */
export async function listOpenDeliveries(
  { reader }: Store,
  { after, upTo, limit }: { after: bigint; upTo: bigint; limit: number },
): Promise<bigint[]> {
  const found = await Promise.all(
    ["quarantined", "partial"].map((verdict) =>
      reader.delivery.findMany({
        where: { verdict, resolution: "open", id: { gt: after, lte: upTo } },
        select: { id: true },
        orderBy: { id: "asc" },
        take: limit,
      }),
    ),
  );
  return found
    .flat()
    .map(({ id }) => id)
    .sort((one, other) => Number(one - other))
    .slice(0, limit);
}
