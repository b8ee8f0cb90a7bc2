import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import { answered } from "@/app/answered";
import { noteRead } from "@/app/note-read";
import { readInboxSearch } from "@/components/list-state/inbox-search";
import { conversationsPerPage, conversationsQuery, countsQuery } from "@/lib/api/client/conversation-queries";
import { queryOf } from "@/lib/api/client/query-of";
import { definitions } from "@/lib/api/endpoints/definitions";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Viewer } from "@/lib/auth/viewer";
import { variablesAmong } from "@/lib/columns/csv-columns";
import { noFilters } from "@/lib/filters/conversation-filters";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { tabCounts } from "@/lib/queries/lists/tab-counts";
import { listViews } from "@/lib/saved/saved-views";

/** Prefetches the list's initial data, so that it is part of the page's HTML. Failed queries are retried by the page. */
export async function prefetchInbox(
  cache: QueryClient,
  viewer: Viewer,
  parameters: URLSearchParams,
  columns: readonly string[],
): Promise<void> {
  const { filters, sort } = readInboxSearch(parameters);
  await Promise.all([
    cache.prefetchInfiniteQuery({
      ...conversationsQuery(filters, sort, columns),
      queryFn: async () => {
        const page = {
          filters,
          sort,
          limit: conversationsPerPage,
          cursor: undefined,
          total: false,
          variables: variablesAmong(columns),
        };
        const shown = answered(await conversationPage(viewer, page));
        noteRead(viewer, definitions.listConversations, { query: { sort }, filters });
        return shown;
      },
    }),
    cache.prefetchQuery({
      ...queryOf(endpoints.listViews),
      queryFn: async () => ({ data: await listViews(viewer) }),
    }),
    ...[filters, noFilters].map((of) =>
      cache.prefetchQuery({
        ...countsQuery(of),
        queryFn: async () => {
          const shown = await tabCounts(viewer, of);
          noteRead(viewer, definitions.countConversations, { filters: of });
          return shown;
        },
      }),
    ),
  ]);
}
