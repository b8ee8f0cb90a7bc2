import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { FacetName } from "@/lib/api/facets";
import { writeColumns } from "@/lib/columns/csv-columns";
import { type ConversationSort, defaultSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { pagesOf } from "./pages-of";
import { queryOf } from "./query-of";

/** The page size of {@link conversationsQuery}. */
export const conversationsPerPage = 50;

/**
 * The inbox's list, page by page.
 *
 * @param columns `var.<name>`: variables whose values are included
 */
export function conversationsQuery(
  filters: ConversationFilters,
  sort: ConversationSort = defaultSort,
  columns: readonly string[] = [],
) {
  const query = { sort, limit: conversationsPerPage, columns: columns.length === 0 ? [] : [writeColumns(columns)] };
  return pagesOf(endpoints.listConversations, { filters: writeFilters(filters), query });
}

/** The first conversations of a list. */
export function firstConversationsQuery(filters: ConversationFilters, sort: ConversationSort, limit: number) {
  return queryOf(endpoints.listConversations, { filters: writeFilters(filters), query: { sort, limit } });
}

/** The first conversations that contain `text`, most recently active first. */
export function conversationSearchQuery(text: string, limit: number) {
  return firstConversationsQuery({ ...noFilters, q: [text] }, defaultSort, limit);
}

/** The number of conversations in each of the inbox's tabs. */
export function countsQuery(filters: ConversationFilters) {
  return queryOf(endpoints.countConversations, { filters: writeFilters(filters) });
}

/** The values of the matching conversations, with counts; `search` filters the values. */
export function facetsQuery(filters: ConversationFilters, names: readonly FacetName[] = [], search = "") {
  const query = { facet: [...names], search: search === "" ? undefined : search };
  return queryOf(endpoints.listFacets, { filters: writeFilters(filters), query });
}
