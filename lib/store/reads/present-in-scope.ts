import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { ReadingClient } from "@/lib/store/connection/open-store";
import { whereInScope } from "./in-scope";

/** The values of a column in conversations of the viewer's scope; null if the scope is everything. */
export async function presentInScope(
  reader: ReadingClient,
  access: Access,
  column: "accountKey" | "botId",
): Promise<string[] | null> {
  if (isEverything(access.scope)) return null;
  const rows = await reader.facetSet.findMany({
    where: { count: { gt: 0 }, ...whereInScope(access) },
    distinct: [column],
    select: { accountKey: true, botId: true },
  });
  return rows.flatMap((row) => row[column] ?? []);
}
