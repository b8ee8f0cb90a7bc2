import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import { noteRead } from "@/app/note-read";
import { readInboxSearch } from "@/components/list-state/inbox-search";
import { stuckPerPage, stuckQueueQuery } from "@/components/stuck/stuck-query";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { stuckPageOf } from "@/lib/queries/stuck/stuck-page";

/** Prefetches the beginning of the queue. A failed query is retried by the page. */
export async function prefetchStuck(
  cache: QueryClient,
  viewer: Viewer,
  parameters: Record<string, string | string[] | undefined>,
): Promise<void> {
  const written = Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  const { filters } = readInboxSearch(new URLSearchParams(written));
  await cache.prefetchInfiniteQuery({
    ...stuckQueueQuery(filters),
    queryFn: async () => {
      const page = await stuckPageOf(viewer, { filters, limit: stuckPerPage, cursor: undefined, format: "json" });
      if (page instanceof Refusal) throw new Error(page.message);
      noteRead(viewer, definitions.listStuck, { filters });
      return page;
    },
  });
}
