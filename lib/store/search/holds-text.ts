import "server-only";
import { accentPattern } from "@/lib/search/accent-text";
import type { FoldedText } from "@/lib/search/fold-for-search";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { likePattern } from "./like-pattern";

/**
 * Rows of `alias` whose text matches a search for `sought`. Both databases compare folded texts with LIKE; if the query has
 * accents, the text with accents is compared as well.
 *
 * @param how "read" keeps Postgres from looking up all hits in its trigram index for each row
 */
export function holdsText(alias: "e" | "t" | "c", sought: FoldedText, how: "look up" | "read"): Prisma.Sql {
  const plain = Prisma.raw(`${alias}."searchText"${how === "read" ? " || ''" : ""}`);
  return Prisma.sql`${plain} LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(Prisma.raw(`${alias}."accentText"`), sought)}`;
}

/** For a condition on folded text without accents: `column`, which has them, must match the accents of `sought` as well. */
export function andAccents(column: Prisma.Sql, sought: FoldedText): Prisma.Sql {
  const pattern = accentPattern(sought);
  return pattern === null ? Prisma.empty : Prisma.sql`AND ${column} LIKE ${`%${pattern}%`} ESCAPE '\\'`;
}
