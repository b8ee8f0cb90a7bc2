import "server-only";
import type { Counts } from "@/lib/api/schemas/counts";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { store } from "@/lib/store/connection/client";
import { countTabs } from "@/lib/store/lists/list-counts";

/** The number of conversations in each of the inbox's tabs, ignoring the filters that tabs set. */
export async function tabCounts(viewer: Viewer, filters: ConversationFilters): Promise<Counts> {
  const unassignedOnly = filters.assignee.length === 1 && filters.assignee[0]?.toLowerCase() === "none";
  return countTabs(store(), viewer, { ...filters, status: [], assignee: unassignedOnly ? [] : filters.assignee });
}
