import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** Whether a column has one of these values; false if there are none. */
export function among(column: Prisma.Sql, values: readonly (string | number)[]): Prisma.Sql {
  return values.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`${column} IN (${Prisma.join([...values])})`;
}
