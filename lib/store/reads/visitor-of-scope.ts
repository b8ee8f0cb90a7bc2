import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { Prisma, type Visitor } from "@/prisma/generated/sqlite/client";
import { allInScope } from "./in-scope";

/**
 * A visitor, or null if there is none with this key. For a scoped viewer, a visitor consists of their conversations in the scope,
 * computed as in the projection, whose row mixes all.
 */
export async function readVisitor({ reader }: Store, access: Access, key: string): Promise<Visitor | null> {
  if (isEverything(access.scope)) return reader.visitor.findUnique({ where: { key } });
  const own = Prisma.sql`FROM "Conversation" c WHERE c."visitorKey" = ${key} AND ${allInScope(access, Prisma.sql`c.`)}`;
  const latest = (name: string) => {
    const column = Prisma.raw(`c."${name}"`);
    return Prisma.sql`(SELECT ${column} ${own} AND ${column} IS NOT NULL ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT 1)`;
  };
  const [row] = await reader.$queryRaw<(Omit<Visitor, "accountKey"> & { accountKey: string | null })[]>`
    SELECT CAST(${key} AS TEXT) AS "key", ${latest("visitorId")} AS "platformId", ${latest("accountKey")} AS "accountKey",
      ${latest("visitorName")} AS "name", ${latest("visitorEmail")} AS "email", ${latest("visitorPhone")} AS "phone",
      (SELECT min(c."createdAt") ${own}) AS "firstSeenAt", (SELECT max(c."lastEventAt") ${own}) AS "lastSeenAt"`;
  if (row === undefined || row.accountKey === null) return null;
  const { accountKey, firstSeenAt, lastSeenAt } = row;
  return { ...row, accountKey, firstSeenAt: BigInt(firstSeenAt), lastSeenAt: BigInt(lastSeenAt) };
}
