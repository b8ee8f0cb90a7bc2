import "server-only";
import type { z } from "zod";
import type { summaryPage } from "@/lib/api/schemas/conversation";
import type { Viewer } from "@/lib/auth/viewer";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { readCursor, textAndInteger, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { hitsOfSearch } from "@/lib/queries/lists/hits-of-search";
import { valuesSeen } from "@/lib/queries/lists/seen";
import { summarySeen } from "@/lib/queries/lists/summary-of";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { type ListPlace, listConversations } from "@/lib/store/lists/list-conversations";
import { countConversations } from "@/lib/store/lists/list-counts";
import { readMasks } from "@/lib/store/reads/read-masks";
import { readVariables } from "@/lib/store/reads/read-variables";

export interface ConversationPageRequest {
  filters: ConversationFilters;
  sort: ConversationSort;
  limit: number;
  cursor: string | undefined;
  /** Also count all matches. */
  total: boolean;
  /** Names of variables whose values are included. */
  variables?: readonly string[];
}

/** A page of the matching conversations. */
export async function conversationPage(
  viewer: Viewer,
  { filters, sort, limit, cursor, total, variables = [] }: ConversationPageRequest,
): Promise<z.output<typeof summaryPage> | Refusal> {
  const list = ["conversations", sort, writeFilters(filters).toString()];
  const after = cursor === undefined ? null : readPlace(list, sort, cursor);
  if (after instanceof Refusal) return after;
  const { rows, next } = await listConversations(store(), viewer, { filters, sort, limit, after });
  const sought = clausesOf(filters).flatMap(({ how, conditions }) =>
    how === "none" ? [] : conditions.filter((condition) => condition.kind === "found"),
  );
  const searches = sought.map(({ text, by = null }) => ({ text, by }));
  const ids = rows.map(({ id }) => id);
  const masks = await readMasks(store(), viewer, ids);
  const hits = searches.length === 0 ? null : await hitsOfSearch(viewer, rows, searches, masks);
  const values = variables.length === 0 ? null : await readVariables(store(), ids, variables);
  return {
    data: rows.map((row) => ({
      ...summarySeen(row, masks),
      ...(values === null ? {} : { variables: valuesSeen(row.id, values.get(row.id) ?? {}, masks) }),
      ...(hits === null ? {} : { hits: hits.get(row.id) }),
    })),
    nextCursor: next === null ? null : writeCursor(list, [next.value, next.id]),
    ...(total ? { total: await countConversations(store(), viewer, filters) } : {}),
  };
}

function readPlace(list: readonly unknown[], sort: ConversationSort, cursor: string): ListPlace | Refusal {
  const isByTitle = sortDefinition(sort).by.kind === "title";
  const place = isByTitle ? readCursor(list, textAndInteger, cursor) : readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  const [value, id] = place;
  return { value, id };
}
