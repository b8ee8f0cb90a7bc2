import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { foldForSearch } from "./search-text";

/** More trigrams narrow a search no further: every hit is compared with the whole text anyway. */
const MOST_TRIGRAMS = 24;

/**
 * Conversations `c` in which `text` was said, noted, or is known of the visitor: a substring in any case.
 * Both databases compare the folded texts with LIKE; SQLite looks the candidates up in its trigram tables first, Postgres
 * does so by itself. Shorter texts than a trigram are compared with every row.
 *
 * @returns null where the text folds to nothing, which every conversation contains
 */
export function searchCondition(dialect: Dialect, text: string): Prisma.Sql | null {
  const folded = foldForSearch(text);
  if (folded === "") return null;
  const pattern = `%${folded.replace(/[\\%_]/g, "\\$&")}%`;
  const trigrams = dialect === "sqlite" ? trigramsOf(folded) : [];
  if (trigrams.length === 0) {
    return Prisma.sql`c."id" IN (
      SELECT e."conversationId" FROM "Event" e WHERE e."searchText" LIKE ${pattern} ESCAPE '\\'
      UNION SELECT t."id" FROM "Conversation" t WHERE t."searchText" LIKE ${pattern} ESCAPE '\\')`;
  }
  const match = trigrams.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(" AND ");
  return Prisma.sql`c."id" IN (
    SELECT e."conversationId" FROM "EventSearch" s JOIN "Event" e ON e."id" = s.rowid
    WHERE s."EventSearch" MATCH ${match} AND e."searchText" LIKE ${pattern} ESCAPE '\\'
    UNION SELECT t."id" FROM "ConversationSearch" s JOIN "Conversation" t ON t."id" = s.rowid
    WHERE s."ConversationSearch" MATCH ${match} AND t."searchText" LIKE ${pattern} ESCAPE '\\')`;
}

function trigramsOf(text: string): string[] {
  const points = [...text];
  const trigrams = points.slice(2).map((_, place) => points.slice(place, place + 3).join(""));
  return [...new Set(trigrams)].slice(0, MOST_TRIGRAMS);
}
