import "server-only";
import type { Store } from "@/lib/store/connection/open-store";

const markName = "pruned-bodies.up-to";

/** The state after a pruning step: its position, and whether more can be pruned now. */
export interface PruneStep {
  pruned: number;
  more: boolean;
}

/**
 * Deletes the bodies of the next accepted deliveries that arrived before `before` (microseconds): at most `limit` deliveries
 * are examined, in order of ids, starting where the last step ended. Their events keep their own text. Quarantined and partial
 * deliveries keep their bodies forever.
 */
export async function pruneBodies({ reader, writer }: Store, before: bigint, limit: number): Promise<PruneStep> {
  const mark = await reader.setting.findUnique({ where: { name: markName } });
  const after = BigInt(mark?.value ?? 0);
  const next = await reader.delivery.findMany({
    where: { id: { gt: after } },
    select: { id: true, receivedAt: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  const young = next.findIndex(({ receivedAt }) => receivedAt >= before);
  const old = young === -1 ? next : next.slice(0, young);
  const last = old.at(-1)?.id;
  if (last === undefined) return { pruned: 0, more: false };

  const value = String(last);
  const [count] = await writer.$transaction([
    writer.$executeRaw`
      DELETE FROM "DeliveryBody" WHERE "id" > ${after} AND "id" <= ${last} AND EXISTS (
        SELECT 1 FROM "Delivery" d WHERE d."id" = "DeliveryBody"."id" AND d."verdict" IN ('accepted', 'test'))`,
    writer.setting.upsert({ where: { name: markName }, create: { name: markName, value }, update: { value } }),
  ]);
  return { pruned: count, more: old.length === limit };
}
