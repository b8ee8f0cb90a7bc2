import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** The column with the name of a label `named` for a viewer. */
export function labelName(access: Access): Prisma.Sql {
  return can(access, "personal") ? Prisma.sql`named."name"` : Prisma.sql`named."shownName"`;
}
