import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import { shorten } from "@/lib/store/reads/shorten";
import { likePattern } from "@/lib/store/search/like-pattern";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { currentVersion } from "./masking-settings";

/** The value of the column `variables` of masks: no name contains the line break of another. */
export function writeNames(names: readonly string[]): string {
  return names.length === 0 ? "" : `\n${names.map((name) => JSON.stringify(name)).join("\n")}\n`;
}

/** For viewers without the permission `personal`, a further condition on rows `r` of a variable: its value is not masked. */
export function andShown(access: Access, name: string): Prisma.Sql {
  if (can(access, "personal")) return Prisma.empty;
  return Prisma.sql`AND EXISTS (SELECT 1 FROM "ConversationMask" k
    WHERE k."conversationId" = r."conversationId" AND k."version" = ${currentVersion}
      AND k."variables" NOT LIKE ${likePattern(`\n${JSON.stringify(shorten(name))}\n`)} ESCAPE '\\')`;
}
