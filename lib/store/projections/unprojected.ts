import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/open-store";
import { readMarks } from "./projector-turn";

/** How many events are in the log but not projected. The cost grows with their number. */
export async function countUnprojected({ reader }: Store): Promise<number> {
  const { projected } = await readMarks(reader);
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT (SELECT count(*) FROM "Event" WHERE "id" > ${projected})
      + (SELECT count(*) FROM "FailedProjection" f JOIN "Event" e ON e."conversationId" = f."conversationId"
        WHERE e."id" > f."projectedEventId" AND e."id" <= ${projected}) AS "count"`;
  return Number(row?.count ?? 0);
}

/** A conversation that could not be projected, and why. */
export interface FailedConversation {
  conversationKey: string;
  reason: string;
  /** Microseconds. */
  failedAt: bigint;
}

/** The failed conversations, most recent failures first. A scoped viewer sees none: their bot and account are not known for sure. */
export async function listFailed({ reader }: Store, access: Access, most: number): Promise<FailedConversation[]> {
  if (!isEverything(access.scope)) return [];
  const rows = await reader.failedProjection.findMany({ orderBy: { failedAt: "desc" }, take: most });
  const named = await reader.conversationKey.findMany({
    where: { id: { in: rows.map(({ conversationId }) => conversationId) } },
  });
  const keys = new Map(named.map(({ id, key }) => [id, key]));
  return rows.map(({ conversationId, reason, failedAt }) => ({
    conversationKey: keys.get(conversationId) ?? String(conversationId),
    reason,
    failedAt,
  }));
}
