import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";

export const stuckPerPage = 50;

/** The queue, page by page. */
export function stuckQueueQuery(filters: ConversationFilters) {
  return pagesOf(endpoints.listStuck, { filters: writeFilters(filters), query: { limit: stuckPerPage } });
}
