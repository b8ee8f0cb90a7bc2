import type { Dialect } from "@/lib/env/database-url";

const indexes = ["EventSearch", "ConversationSearch"];
const shadows = ["", "_data", "_idx", "_docsize", "_config"];

/** Tables that migrations make by hand and models.prisma does not know: SQLite's search indexes and what they consist of, Postgres's texts of conversations. */
export function searchTables(dialect: Dialect): string[] {
  if (dialect === "postgresql") return ["public.ConversationSearch"];
  return indexes.flatMap((name) => shadows.map((suffix) => name + suffix));
}
