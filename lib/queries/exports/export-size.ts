import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { store } from "@/lib/store/connection/client";
import { measureMatching } from "@/lib/store/lists/list-counts";

/** The current size of an export with these filters. */
export async function exportSize(
  viewer: Viewer,
  filters: ConversationFilters,
): Promise<{ conversations: number; events: number }> {
  return measureMatching(store(), viewer, filters);
}
