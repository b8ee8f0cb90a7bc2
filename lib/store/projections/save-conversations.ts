import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, columnList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { ConversationChange } from "./conversation-change";
import { conversationColumns, conversationRow } from "./conversation-row";
import { facetSetOf } from "./facet-sets/facet-set";
import { saveFacetSets } from "./facet-sets/save-facet-sets";

const columns = { ...conversationColumns, facetSetId: "integer" } satisfies Columns;

/** Writes the conversations' rows; for those already stored, only the facet set. */
export async function saveConversations(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const written = changes.map(({ after, isStored = false, ...change }) => {
    const row = conversationRow(after, change);
    return { id: change.id, isStored, row, facets: facetSetOf(row, after) };
  });
  const wanted = new Map(written.map(({ id, facets }) => [id, facets]));
  const setIds = await saveFacetSets(transaction, dialect, wanted);
  const rows = written.map(({ id, isStored, row }) => ({ isStored, ...row, facetSetId: setIds.get(id) ?? null }));
  const differing = rows.filter(({ isStored }) => !isStored);
  if (differing.length > 0) {
    await transaction.$executeRaw`
      INSERT INTO "Conversation" (${columnList(columns)})
      SELECT ${columnList(columns)} FROM ${jsonRows(dialect, columns, differing)} WHERE true
      ON CONFLICT ("id") DO UPDATE SET ${overwriteAll(columns, "id", "key")}`;
  }
  const stored = rows.filter(({ isStored }) => isStored);
  if (stored.length > 0) {
    await transaction.$executeRaw`
      UPDATE "Conversation" SET "facetSetId" = r."facetSetId"
      FROM ${jsonRows(dialect, { id: "bigint", facetSetId: "integer" }, stored)}
      WHERE "Conversation"."id" = r."id" AND "Conversation"."facetSetId" IS DISTINCT FROM r."facetSetId"`;
  }
}
