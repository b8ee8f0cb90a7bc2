import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** The ids of conversations under a legal hold, projected or not. */
const heldConversations = Prisma.sql`
  SELECT k."id" FROM "LegalHold" h JOIN "ConversationKey" k ON h."subjectType" = 'conversation' AND k."key" = h."subjectKey"
  UNION SELECT c."id" FROM "LegalHold" h JOIN "Conversation" c ON h."subjectType" = 'visitor' AND c."visitorKey" = h."subjectKey"`;

/** The ids of deliveries that contain events, or duplicates of events, of these conversations. */
export const heldDeliveries = Prisma.sql`
  SELECT e."deliveryId" FROM "Event" e WHERE e."conversationId" IN (${heldConversations})
  UNION SELECT p."deliveryId" FROM "Repeat" p WHERE p."conversationId" IN (${heldConversations})`;

/** The keys of held visitors and conversations, as `key`. */
export const heldKeys = Prisma.sql`
  SELECT h."subjectKey" AS "key" FROM "LegalHold" h
  UNION SELECT c."key" FROM "LegalHold" h JOIN "Conversation" c ON h."subjectType" = 'visitor' AND c."visitorKey" = h."subjectKey"`;

/** Whether a text or bytes contain the key `k`. */
export function containsKey(dialect: Dialect, column: Prisma.Sql, type: "text" | "bytes"): Prisma.Sql {
  if (type === "text") {
    return dialect === "sqlite"
      ? Prisma.sql`instr(${column}, k."key") > 0`
      : Prisma.sql`position(k."key" IN ${column}) > 0`;
  }
  return dialect === "sqlite"
    ? Prisma.sql`instr(${column}, CAST(k."key" AS BLOB)) > 0`
    : Prisma.sql`position(convert_to(k."key", 'UTF8') IN ${column}) > 0`;
}
