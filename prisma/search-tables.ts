import type { Dialect } from "@/lib/env/database-url";

const indexes = ["EventSearch", "ConversationSearch"];
const shadows = ["", "_data", "_idx", "_docsize", "_config"];

/**
 * Tables that migrations create by hand and that are not in models.prisma: SQLite's search indexes with their shadow tables, and
 * Postgres's texts of conversations.
 */
export function searchTables(dialect: Dialect): string[] {
  if (dialect === "postgresql") return ["public.ConversationSearch"];
  return indexes.flatMap((name) => shadows.map((suffix) => name + suffix));
}
