import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { holdsMany, type Purpose } from "./list-related";

/** A test of columns; `of` stands before their names. */
export type ColumnTest = (of: Prisma.Sql) => Prisma.Sql;

/** Has the column one of these values? */
export function among(name: Prisma.ConversationScalarFieldEnum, values: readonly string[]): ColumnTest {
  if (values.length === 0) return () => Prisma.sql`1 = 0`;
  return (of) => Prisma.sql`${of}${Prisma.raw(`"${name}"`)} IN (${Prisma.join([...values])})`;
}

/**
 * Conversations `c` that pass a test. SQLite would gather all of them by an index of the column and sort them, were they a million,
 * also where that index does not have them in the list's order: then `+` keeps it from that, and it walks the list.
 */
export async function columnCondition(
  store: Store,
  purpose: Purpose,
  test: ColumnTest,
  alternatives = 1,
): Promise<Prisma.Sql> {
  const isInOrder = alternatives === 1 && purpose !== "page by beginning";
  if (store.dialect !== "sqlite" || purpose === "count" || isInOrder) return test(Prisma.sql`c.`);
  const isMany = await holdsMany(store, Prisma.sql`"Conversation"`, test(Prisma.sql`r.`));
  return test(isMany ? Prisma.sql`+c.` : Prisma.sql`c.`);
}

/**
 * The status of conversations that are also asked to have no assignee. SQLite would look through all of that status; where hardly
 * any has none, `+` leads it to those.
 */
export async function statusOfUnassigned(store: Store): Promise<Prisma.Sql> {
  const isMany =
    store.dialect !== "sqlite" ||
    (await holdsMany(store, Prisma.sql`"Conversation"`, Prisma.sql`r."assigneeId" IS NULL`));
  return isMany ? Prisma.sql`c."status"` : statusByTheWay(store.dialect);
}

/** The status as something to look at, not to begin with: SQLite takes its index for the best where others lead to fewer. */
export function statusByTheWay(dialect: Dialect): Prisma.Sql {
  return dialect === "sqlite" ? Prisma.sql`+c."status"` : Prisma.sql`c."status"`;
}
