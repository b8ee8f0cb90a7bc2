import "server-only";
import { accentPattern } from "@/lib/search/accent-text";
import type { FoldedText } from "@/lib/search/fold-for-search";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { likePattern } from "./like-pattern";

/**
 * Rows, called `alias`, whose text a search for `sought` finds. Both databases compare folded texts with LIKE; where the query has
 * accents, so does the text that keeps them.
 *
 * @param how "read" keeps Postgres from looking all hits up in its trigram index for each row
 */
export function holdsText(alias: "e" | "t" | "c", sought: FoldedText, how: "look up" | "read"): Prisma.Sql {
  const plain = Prisma.raw(`${alias}."searchText"${how === "read" ? " || ''" : ""}`);
  return Prisma.sql`${plain} LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(Prisma.raw(`${alias}."accentText"`), sought)}`;
}

/** For a condition on the folded text without accents: that `column`, which has them, holds those of `sought` too. */
export function andAccents(column: Prisma.Sql, sought: FoldedText): Prisma.Sql {
  const pattern = accentPattern(sought);
  return pattern === null ? Prisma.empty : Prisma.sql`AND ${column} LIKE ${`%${pattern}%`} ESCAPE '\\'`;
}
