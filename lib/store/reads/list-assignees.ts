import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andInScope } from "./in-scope";

export interface AssigneeRow {
  assigneeId: string;
  assigneeEmail: string | null;
  assigneeName: string | null;
}

/** Everyone a conversation is assigned to, named as in the latest of their conversations. */
export async function listAssignees({ reader }: Store, access: Access): Promise<AssigneeRow[]> {
  return reader.$queryRaw<AssigneeRow[]>`
    SELECT "assigneeId", "assigneeEmail", "assigneeName" FROM (
      SELECT c."assigneeId", c."assigneeEmail", c."assigneeName",
        row_number() OVER (PARTITION BY c."assigneeId" ORDER BY c."lastEventAt" DESC, c."id" DESC) AS "place"
      FROM (
        SELECT (SELECT w."id" FROM "Conversation" w WHERE w."facetSetId" = s."id"
          ORDER BY w."lastEventAt" DESC, w."id" DESC LIMIT 1) AS "id"
        FROM "FacetSet" s WHERE s."count" > 0 AND s."assigneeId" IS NOT NULL ${andInScope(access, Prisma.sql`s.`)}
      ) l JOIN "Conversation" c ON c."id" = l."id"
    ) n WHERE "place" = 1`;
}
