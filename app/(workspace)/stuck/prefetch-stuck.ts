import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import { answered } from "@/app/answered";
import { noteRead } from "@/app/note-read";
import { parametersOf } from "@/app/parameters-of";
import { readInboxSearch } from "@/components/list-state/inbox-search";
import { stuckPerPage, stuckQueueQuery } from "@/components/stuck/stuck-query";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { Viewer } from "@/lib/auth/viewer";
import { stuckPageOf } from "@/lib/queries/stuck/stuck-page";

/** Prefetches the beginning of the queue. A failed query is retried by the page. */
export async function prefetchStuck(
  cache: QueryClient,
  viewer: Viewer,
  parameters: Record<string, string | string[] | undefined>,
): Promise<void> {
  const { filters } = readInboxSearch(parametersOf(parameters));
  await cache.prefetchInfiniteQuery({
    ...stuckQueueQuery(filters),
    queryFn: async () => {
      const request = { filters, limit: stuckPerPage, cursor: undefined, format: "json" } as const;
      const page = answered(await stuckPageOf(viewer, request));
      noteRead(viewer, definitions.listStuck, { filters });
      return page;
    },
  });
}
