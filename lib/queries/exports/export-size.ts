import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { measureMatching } from "@/lib/store/lists/measure-matching";

/** What an export of these filters would hold now. */
export async function exportSize(
  _viewer: Viewer,
  filters: ConversationFilters,
): Promise<{ conversations: number; events: number }> {
  return measureMatching(store(), filters);
}
