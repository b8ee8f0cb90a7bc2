import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "@/lib/store/connection/client";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { isAmongFew } from "./is-among-few";
import { asked, holdsMany, type Rows } from "./list-related";
import { relationsOf } from "./list-relations";

/** So many conversations, the next in the list's order, tell how frequent something is. */
const SAMPLE = 200;
/** What so many of a sample have is met soon enough on a walk along the list. */
const FREQUENT = 10;

/**
 * By which of the things that are asked for a list is best walked: what few have, or the rarest where the walk begins.
 *
 * @param near conversations `w` in the list's order, from where the walk begins
 * @returns null where all are frequent there, and where an index of conversations leads to few
 */
export async function relationToWalk(
  store: Store,
  filters: ConversationFilters,
  near: Prisma.Sql,
): Promise<Rows | null> {
  const relations = await relationsOf(store, filters);
  const few = await ofFew(store, relations);
  if (few !== null || relations.length === 0 || (await isAmongFew(store, filters))) return few;
  const counted = await Promise.all(relations.map((relation) => frequency(store, relation, near)));
  const rarest = Math.min(...counted);
  return rarest >= FREQUENT ? null : (relations[counted.indexOf(rarest)] ?? null);
}

/** Something that is asked for and that few conversations have. */
export async function relationOfFew(store: Store, filters: ConversationFilters): Promise<Rows | null> {
  return ofFew(store, await relationsOf(store, filters));
}

async function ofFew(store: Store, relations: readonly Rows[]): Promise<Rows | null> {
  for (const relation of relations) {
    if (!(await holdsMany(store, relation.table, relation.where))) return relation;
  }
  return null;
}

async function frequency({ reader }: Store, relation: Rows, near: Prisma.Sql): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM (SELECT w."id" ${near} LIMIT ${SAMPLE}) c WHERE ${asked(relation)}`;
  return Number(row?.count ?? 0);
}
