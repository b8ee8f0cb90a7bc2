import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** So many characters of a title tell its place in a list; they stand in cursors. */
const MOST = 100;

/**
 * What conversations `c` are sorted by that are sorted by title: the title as search folds it, cut. It is the first line of
 * `searchText`, and both databases compare its code points.
 */
export function titleInOrder(dialect: Dialect): Prisma.Sql {
  const length = Prisma.raw(String(MOST));
  return dialect === "sqlite"
    ? Prisma.sql`substr(c."searchText", 1, min(${length}, instr(c."searchText" || char(10), char(10)) - 1))`
    : Prisma.sql`(left(split_part(c."searchText", chr(10), 1), ${length}) COLLATE "C")`;
}
