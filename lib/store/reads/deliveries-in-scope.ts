import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { allInScope } from "./in-scope";

/**
 * The viewer's scope as conditions on deliveries `d`; none if it is everything. A delivery is in a scope if it has events, and all
 * of them, duplicates included, are of conversations in it. One with anything unreadable or erased is outside, since
 * nobody knows whose it is.
 */
export function deliveriesInScope(access: Access): Prisma.Sql[] {
  if (isEverything(access.scope)) return [];
  const scope = allInScope(access, Prisma.sql`c.`);
  return [
    Prisma.sql`d."verdict" = 'accepted' AND d."quarantined" = 0 AND d."erased" = 0 AND d."accepted" + d."duplicates" > 0`,
    Prisma.sql`d."accepted" = (SELECT count(*) FROM "Event" e JOIN "Conversation" c ON c."id" = e."conversationId"
      WHERE e."id" >= d."firstEventId" AND e."id" < d."firstEventId" + d."accepted" + d."duplicates"
        AND e."deliveryId" = d."id" AND ${scope})`,
    Prisma.sql`d."duplicates" = coalesce((SELECT sum(p."count") FROM "Repeat" p JOIN "Conversation" c ON c."id" = p."conversationId"
      WHERE p."deliveryId" = d."id" AND ${scope}), 0)`,
  ];
}

/** Whether the viewer may see a delivery, if it exists. */
export async function isDeliveryInScope(
  { reader }: Pick<Store, "reader">,
  access: Access,
  id: bigint,
): Promise<boolean> {
  const conditions = deliveriesInScope(access);
  if (conditions.length === 0) return true;
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM "Delivery" d WHERE d."id" = ${id} AND ${Prisma.join(conditions, " AND ")}`;
  return rows.length > 0;
}
