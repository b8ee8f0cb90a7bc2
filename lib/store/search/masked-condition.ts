import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import type { FoldedText } from "@/lib/search/fold-for-search";
import { currentVersion } from "@/lib/store/masking/masking-settings";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andAccents } from "./holds-text";
import { likePattern } from "./like-pattern";

/**
 * For viewers without the permission `personal`, a further condition on events `e` that match a search: their masked text matches
 * it, too. An event that is not masked yet is not found.
 */
export function andMaskedEvent(access: Access, sought: FoldedText): Prisma.Sql {
  if (can(access, "personal")) return Prisma.empty;
  return Prisma.sql`AND EXISTS (SELECT 1 FROM "ConversationMask" k
      WHERE k."conversationId" = e."conversationId" AND k."version" = ${currentVersion} AND k."eventId" >= e."id")
    AND NOT EXISTS (SELECT 1 FROM "MaskedText" m WHERE m."eventId" = e."id" AND NOT (${holds("m", sought)}))`;
}

/** The same for the own texts of conversations, whose id is in the column `id`. */
export function andMaskedConversation(access: Access, id: Prisma.Sql, sought: FoldedText): Prisma.Sql {
  if (can(access, "personal")) return Prisma.empty;
  return Prisma.sql`AND EXISTS (SELECT 1 FROM "ConversationMask" k
    WHERE k."conversationId" = ${id} AND k."version" = ${currentVersion} AND ${holds("k", sought)})`;
}

function holds(alias: "m" | "k", sought: FoldedText): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  const plain = Prisma.sql`${column("searchText")} LIKE ${likePattern(sought.plain)} ESCAPE '\\'`;
  // Not null, so that the condition can be negated.
  return Prisma.sql`${plain} ${andAccents(Prisma.sql`COALESCE(${column("accentText")}, '')`, sought)}`;
}
