import "server-only";
import type { Range } from "@/lib/api/range";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { holdsMany, type Purpose } from "./list-related";

/** The conditions of a value that lies in a range; none for an open end. */
export function within(value: Prisma.Sql, range: Range | null): Prisma.Sql[] {
  if (range === null) return [];
  return [
    ...(range.from === null ? [] : [Prisma.sql`${value} >= ${range.from}`]),
    ...(range.to === null ? [] : [Prisma.sql`${value} <= ${range.to}`]),
  ];
}

/**
 * Conversations `c` that began within a range. SQLite would look them all up by their beginning and sort them, were they a
 * million: `+` keeps it from that, and the list's own index, which it then walks, holds the beginning too.
 */
export async function createdWithin(store: Store, purpose: Purpose, range: Range): Promise<Prisma.Sql[]> {
  const plain = within(Prisma.sql`c."createdAt"`, range);
  if (plain.length === 0 || store.dialect !== "sqlite" || purpose === "count") return plain;
  const where = Prisma.join(within(Prisma.sql`r."createdAt"`, range), " AND ");
  const isMany = await holdsMany(store, Prisma.sql`"Conversation"`, where);
  return isMany ? within(Prisma.sql`+c."createdAt"`, range) : plain;
}
