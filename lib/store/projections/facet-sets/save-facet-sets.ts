import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, columnList, jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { type FacetSet, facetColumns } from "./facet-set";

/**
 * Moves conversations' counts from the facet sets in their rows to their present ones, and creates new sets. Returns the ids of
 * the sets by conversation. Only one process does this at a time, since it holds the projector's turn.
 */
export async function saveFacetSets(
  transaction: Statements,
  dialect: Dialect,
  wanted: ReadonlyMap<bigint, FacetSet>,
): Promise<Map<bigint, number>> {
  if (wanted.size === 0) return new Map();
  const ids = await idsOf(transaction, dialect, [...wanted.values()]);
  const now = new Map([...wanted].map(([id, { digest }]) => [id, ids.get(digest) ?? 0]));
  const rows = await transaction.$queryRaw<{ id: bigint; facetSetId: number }[]>`
    SELECT "id", "facetSetId" FROM "Conversation"
    WHERE "id" IN (${jsonList(dialect, "bigint", [...wanted.keys()])}) AND "facetSetId" IS NOT NULL`;
  const changes = new Map<number, number>();
  const count = (set: number, more: number) => changes.set(set, (changes.get(set) ?? 0) + more);
  for (const set of now.values()) count(set, 1);
  for (const { facetSetId } of rows) count(Number(facetSetId), -1);
  const changed = [...changes].filter(([, more]) => more !== 0).map(([id, more]) => ({ id, more }));
  if (changed.length > 0) {
    await transaction.$executeRaw`
      UPDATE "FacetSet" SET "count" = "count" + r."more" FROM ${jsonRows(dialect, changeColumns, changed)}
      WHERE "FacetSet"."id" = r."id"`;
  }
  return now;
}

const changeColumns = { id: "integer", more: "integer" } satisfies Columns;
const setColumns = { id: "integer", digest: "text", count: "integer", ...facetColumns } satisfies Columns;
const valueColumns = { facetSetId: "integer", kind: "text", value: "text" } satisfies Columns;

/** The ids of facet sets by digest. */
async function idsOf(
  transaction: Statements,
  dialect: Dialect,
  sets: readonly FacetSet[],
): Promise<Map<string, number>> {
  const wanted = new Map(sets.map((set) => [set.digest, set]));
  const known = await transaction.$queryRaw<{ id: number; digest: string }[]>`
    SELECT "id", "digest" FROM "FacetSet" WHERE "digest" IN (${jsonList(dialect, "text", [...wanted.keys()])})`;
  const ids = new Map(known.map(({ id, digest }) => [digest, Number(id)]));
  const added = [...wanted.values()].filter(({ digest }) => !ids.has(digest));
  if (added.length === 0) return ids;
  const [last] = await transaction.$queryRaw<{ id: number | null }[]>`SELECT max("id") AS "id" FROM "FacetSet"`;
  for (const [place, { digest }] of added.entries()) ids.set(digest, Number(last?.id ?? 0) + place + 1);
  const idOf = ({ digest }: FacetSet) => ids.get(digest) ?? 0;
  const rows = added.map((set) => ({ id: idOf(set), digest: set.digest, count: 0, ...set.columns }));
  await transaction.$executeRaw`
    INSERT INTO "FacetSet" (${columnList(setColumns)})
    SELECT ${columnList(setColumns)} FROM ${jsonRows(dialect, setColumns, rows)}`;
  const values = added.flatMap((set) => [
    ...set.labels.map((value) => ({ facetSetId: idOf(set), kind: "label", value })),
    ...set.messageTypes.map((value) => ({ facetSetId: idOf(set), kind: "messageType", value })),
  ]);
  if (values.length > 0) {
    await transaction.$executeRaw`
      INSERT INTO "FacetSetValue" (${columnList(valueColumns)})
      SELECT ${columnList(valueColumns)} FROM ${jsonRows(dialect, valueColumns, values)}`;
  }
  return ids;
}

/**
 * Makes a rebuild recreate all facet sets: conversations keep the present ones, and their counts, until the rebuild reaches them.
 */
export async function outdateFacetSets(transaction: Statements): Promise<void> {
  await transaction.$executeRaw`UPDATE "FacetSet" SET "digest" = 'outdated ' || "id"`;
}

/** Recounts all conversations, and deletes facet sets without any. */
export async function recountFacetSets(transaction: Statements): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "FacetSet" SET "count" = (SELECT count(*) FROM "Conversation" c WHERE c."facetSetId" = "FacetSet"."id")`;
  await dropUnusedFacetSets(transaction);
}

/** Deletes facet sets without any conversation. */
export async function dropUnusedFacetSets(transaction: Statements): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "FacetSetValue" WHERE "facetSetId" IN (SELECT "id" FROM "FacetSet" WHERE "count" = 0)`;
  await transaction.$executeRaw`DELETE FROM "FacetSet" WHERE "count" = 0`;
}

/** Counts a conversation that is deleted no longer. Call it before its row is. */
export async function uncountConversation(transaction: Statements, id: bigint): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "FacetSet" SET "count" = "count" - 1
    WHERE "id" = (SELECT c."facetSetId" FROM "Conversation" c WHERE c."id" = ${id})`;
}
