import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { labelName } from "@/lib/store/masking/label-name";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { allInScope } from "./in-scope";
import { presentInScope } from "./present-in-scope";

/** The bots, with the names from events. */
export async function listBots({ reader }: Store, access: Access): Promise<{ id: string; name: string | null }[]> {
  const present = await presentInScope(reader, access, "botId");
  return reader.bot.findMany({
    where: present === null ? {} : { id: { in: present } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** The known labels, with the names that the viewer may see; the same name may exist in several accounts. For a scoped viewer: those that their conversations have. */
export async function listLabels(
  { reader }: Store,
  access: Access,
): Promise<{ accountKey: string; labelId: string; name: string | null }[]> {
  const isPresent = isEverything(access.scope)
    ? Prisma.sql`1 = 1`
    : Prisma.sql`EXISTS (SELECT 1 FROM "FacetSetValue" v JOIN "FacetSet" s ON s."id" = v."facetSetId"
        WHERE v."kind" = 'label' AND v."value" = named."labelId" AND s."accountKey" = named."accountKey" AND s."count" > 0
          AND ${allInScope(access, Prisma.sql`s.`)})`;
  return reader.$queryRaw`
    SELECT named."accountKey", named."labelId", ${labelName(access)} AS "name" FROM "Label" named WHERE ${isPresent} ORDER BY named."labelId", named."accountKey"`;
}
