import "server-only";
import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { type ColumnKey, columns } from "@/lib/columns/columns";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ConversationColumn } from "./stored-filters";
import { titleInOrder } from "./title-in-order";
import { valueSql } from "./value-sql";

/** The compiler checks that the model has every column that lists are sorted by. */
export const storedColumns: Record<ColumnKey, ColumnDefinition<ConversationColumn>> = columns;

/** Beyond every time and every number of milliseconds, and exact in a double. */
const beyond = 9_007_199_254_740_991n;

/** What conversations `c` are sorted by. Those without a value come last in either direction. */
export function sortSql(dialect: Dialect, sort: ConversationSort): Prisma.Sql {
  const { by, isOptional = false, isDescending } = sortDefinition(sort);
  if (by.kind === "title") return titleInOrder(dialect);
  const value = valueSql(by, Prisma.sql`c.`);
  if (!isOptional) return value;
  const last = Prisma.raw(String(isDescending ? -beyond : beyond));
  return Prisma.sql`COALESCE(${value}, ${last})`;
}
