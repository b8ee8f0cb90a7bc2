import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { Records } from "@/lib/store/records/in-transaction";
import { type LegalHold, Prisma } from "@/prisma/generated/sqlite/client";
import type { Subject, SubjectType } from "./subject";

/** A hold with the current name of its subject: the visitor's name or the conversation's title, null if unknown. */
export type NamedHold = LegalHold & { name: string | null };

/**
 * The holds that forbid erasing any of these subjects, oldest first. A hold on a visitor covers all of the visitor's
 * conversations; a hold on a conversation also covers its visitor. Call it after the lock of the writer's clock: no hold can then be placed before the commit.
 */
export async function findHolds(
  transaction: Statements,
  dialect: Dialect,
  subjects: readonly Subject[],
): Promise<LegalHold[]> {
  const keysOf = (type: SubjectType) => {
    const own = subjects.filter(({ subjectType }) => subjectType === type).map(({ subjectKey }) => subjectKey);
    return Prisma.sql`(${jsonList(dialect, "text", own)})`;
  };
  const visitors = keysOf("visitor");
  const conversations = keysOf("conversation");
  return transaction.$queryRaw<LegalHold[]>`
    SELECT * FROM "LegalHold" WHERE
      ("subjectType" = 'visitor' AND ("subjectKey" IN ${visitors}
        OR "subjectKey" IN (SELECT c."visitorKey" FROM "Conversation" c WHERE c."key" IN ${conversations})))
      OR ("subjectType" = 'conversation' AND ("subjectKey" IN ${conversations}
        OR "subjectKey" IN (SELECT c."key" FROM "Conversation" c WHERE c."visitorKey" IN ${visitors})))
    ORDER BY "createdAt", "id"`;
}

/** Whether a hold covers a conversation, in SQL. `of` is the prefix of the columns of `Conversation`. */
export function isHeld(of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM "LegalHold" h WHERE h."subjectType" = 'conversation' AND h."subjectKey" = ${of}"key")
    OR EXISTS (SELECT 1 FROM "LegalHold" h WHERE h."subjectType" = 'visitor' AND h."subjectKey" = ${of}"visitorKey"))`;
}

/** Stores a hold, after the write transactions that are running: later ones find it. */
export async function insertHold({ records }: Records, hold: LegalHold): Promise<void> {
  await allocateIds(records);
  await records.legalHold.create({ data: hold });
}

/** Deletes a hold and returns it; null if there is none with this id. */
export async function deleteHold({ records }: Records, id: string): Promise<LegalHold | null> {
  const hold = await records.legalHold.findUnique({ where: { id } });
  const { count } = await records.legalHold.deleteMany({ where: { id } });
  return count === 0 ? null : hold;
}

/** All holds, newest first. */
export async function listHolds({ records }: Records): Promise<NamedHold[]> {
  return records.$queryRaw<NamedHold[]>`
    SELECT h.*, COALESCE(v."name", c."title") AS "name" FROM "LegalHold" h
      LEFT JOIN "Visitor" v ON h."subjectType" = 'visitor' AND v."key" = h."subjectKey"
      LEFT JOIN "Conversation" c ON h."subjectType" = 'conversation' AND c."key" = h."subjectKey"
    ORDER BY h."createdAt" DESC, h."id"`;
}
