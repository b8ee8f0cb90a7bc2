import "server-only";
import type { Value } from "@/lib/filters/kinds/condition";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** The SQL of a value; `of` stands before the columns' names. Names come from definitions, never from a request. */
export function valueSql(value: Value, of: Prisma.Sql): Prisma.Sql {
  switch (value.kind) {
    case "column":
      return columnSql(value.column, of);
    case "sum":
      return Prisma.sql`(${Prisma.join(
        value.columns.map((name) => columnSql(name, of)),
        " + ",
      )})`;
    case "span":
      return Prisma.sql`(${columnSql(value.to, of)} - ${columnSql(value.from, of)})`;
  }
}

export function columnSql(name: string, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${of}${Prisma.raw(`"${name}"`)}`;
}
