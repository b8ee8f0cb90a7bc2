import "server-only";
import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { type ColumnKey, columns } from "@/lib/columns/columns";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ConversationColumn } from "./stored-filters";
import { titleInOrder } from "./title-in-order";
import { valueSql } from "./value-sql";

/** The columns' definitions; the compiler checks that the model has everything that they sort by. */
const storedColumns: Record<ColumnKey, ColumnDefinition<ConversationColumn>> = columns;

const values = new Map(
  Object.values(storedColumns).flatMap(({ sort }) => (sort === undefined ? [] : [[sort.name, sort.by] as const])),
);

/** What conversations `c` are sorted by. */
export function sortSql(dialect: Dialect, sort: ConversationSort): Prisma.Sql {
  const by = values.get(sortDefinition(sort).name);
  return by === undefined || by.kind === "title" ? titleInOrder(dialect) : valueSql(by, Prisma.sql`c.`);
}
