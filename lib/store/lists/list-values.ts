import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** Columns that are the first of an index. */
type Indexed =
  | "Conversation.assigneeId"
  | "Conversation.channel"
  | "ConversationMessageType.messageType"
  | "ConversationVariable.name";

/** The values that a column has, in order, read from its index one by one rather than by a scan; no more than `most`. */
export async function listValues({ reader }: Store, indexed: Indexed, most?: number): Promise<string[]> {
  const limit = most === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most}`;
  const rows = await reader.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE ${foundValues(indexed)} SELECT "value" FROM "Found" WHERE "value" IS NOT NULL ${limit}`;
  return rows.map(({ value }) => value);
}

/** For `WITH RECURSIVE`: the table "Found" of these values, its last one null. */
export function foundValues(indexed: Indexed): Prisma.Sql {
  const [table, column] = indexed.split(".").map((name) => Prisma.raw(`"${name}"`));
  return Prisma.sql`"Found" ("value") AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(t.${column}) FROM ${table} t WHERE t.${column} > f."value")
      FROM "Found" f WHERE f."value" IS NOT NULL
    )`;
}
