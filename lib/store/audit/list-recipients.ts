import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { entriesAbout, type People } from "./about-people";

/** Who else has received data: through an API token, as a file, or perhaps with an export of many conversations. */
export interface RecipientRow {
  kind: "token" | "file" | "export";
  /** Of the API token. */
  name: string | null;
  count: number;
  /** Microseconds. */
  firstAt: bigint;
  lastAt: bigint;
}

/** What the access log tells about who has received the data of people outside of Playhead's pages. */
export async function listRecipients({ reader, dialect }: Store, people: People): Promise<RecipientRow[]> {
  const columns = Prisma.sql`a."at" AS "at", a."actorKind" AS "actorKind", a."actorName" AS "actorName", a."action" AS "action"`;
  const rows = await reader.$queryRaw<
    (Omit<RecipientRow, "count" | "firstAt" | "lastAt"> & Record<"count" | "firstAt" | "lastAt", bigint | number>)[]
  >`
    SELECT "kind", "name", count(*) AS "count", min("at") AS "firstAt", max("at") AS "lastAt" FROM (
      SELECT "at", CASE WHEN "actorKind" = 'token' THEN 'token' ELSE 'file' END AS "kind",
        CASE WHEN "actorKind" = 'token' THEN "actorName" END AS "name"
      FROM (${entriesAbout(dialect, people, columns)}) found
      WHERE "actorKind" = 'token' OR "action" IN ('export.run', 'transcript.read')
      UNION ALL
      SELECT a."at", 'export', NULL FROM "AuditEntry" a
      WHERE a."log" = 'access' AND a."action" = 'export.run' AND a."subjectType" IS NULL
    ) AS received GROUP BY "kind", "name" ORDER BY "kind" DESC, "name"`;
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    firstAt: BigInt(row.firstAt),
    lastAt: BigInt(row.lastAt),
  }));
}
