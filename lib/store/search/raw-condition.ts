import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Clause } from "@/lib/filters/clauses-of";
import { Prisma } from "@/prisma/generated/sqlite/client";

/**
 * Conversations `of` with an event whose exact text contains any of `texts`. Not indexed: events are read conversation by
 * conversation.
 */
export function rawCondition(
  dialect: Dialect,
  { how, texts }: { how: Clause["how"]; texts: readonly string[] },
  of: Prisma.Sql,
): Prisma.Sql {
  const holds = texts.map((text) =>
    dialect === "postgresql" ? Prisma.sql`position(${text} IN e."raw") > 0` : Prisma.sql`instr(e."raw", ${text}) > 0`,
  );
  const found = Prisma.sql`(SELECT 1 FROM "Event" e
    WHERE e."conversationId" = ${of}"id" AND (${Prisma.join(holds, " OR ")}) LIMIT 1)`;
  return how === "any" ? Prisma.sql`${found} IS NOT NULL` : Prisma.sql`${found} IS NULL`;
}
