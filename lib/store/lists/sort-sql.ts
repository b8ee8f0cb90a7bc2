import "server-only";
import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { type ColumnKey, columns } from "@/lib/columns/columns";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { valueSql } from "./condition-sql";
import type { ConversationColumn } from "./stored-filters";

/** The column definitions, typed so that the compiler checks that the model has every column they sort by. */
const storedColumns: Record<ColumnKey, ColumnDefinition<ConversationColumn>> = columns;

const values = new Map(
  Object.values(storedColumns).flatMap(({ sort }) => (sort === undefined ? [] : [[sort.name, sort.by] as const])),
);

/** The sort key of conversations `c`. */
export function sortSql(dialect: Dialect, sort: ConversationSort): Prisma.Sql {
  const by = values.get(sortDefinition(sort).name);
  return by === undefined || by.kind === "title" ? titles[dialect] : valueSql(by, Prisma.sql`c.`);
}

/**
 * Titles are sorted by their first hundred folded characters: the first line of `searchText`, by code point. Must match the
 * index expression in the migration.
 */
const titles: Record<Dialect, Prisma.Sql> = {
  sqlite: Prisma.sql`substr(c."searchText", 1, min(100, instr(c."searchText" || char(10), char(10)) - 1))`,
  postgresql: Prisma.sql`(left(split_part(c."searchText", chr(10), 1), 100) COLLATE "C")`,
};
