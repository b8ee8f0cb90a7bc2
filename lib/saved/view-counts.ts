import "server-only";
import type { z } from "zod";
import type { viewCounts } from "@/lib/api/schemas/saved-view";
import type { Viewer } from "@/lib/auth/viewer";
import { readFilters } from "@/lib/filters/read-filters";
import { store } from "@/lib/store/connection/client";
import { countConversations, countedAtMost } from "@/lib/store/lists/list-counts";
import { lackOf } from "@/lib/store/lists/personal-parameters";
import { listViews } from "./saved-views";

/** The current number of conversations in each of the viewer's views; counted one by one, to limit the load. */
export async function countsOfViews(viewer: Viewer): Promise<z.input<typeof viewCounts>> {
  const data: z.input<typeof viewCounts>["data"] = [];
  for (const { id, search } of await listViews(viewer)) {
    const parameters = new URLSearchParams(search);
    parameters.delete("sort");
    const read = readFilters(parameters);
    const most = read.ok ? countedAtMost(read.filters) : null;
    const isAllowed = read.ok && (await lackOf(store(), viewer, { filters: read.filters })) === null;
    const count = isAllowed ? await countConversations(store(), viewer, read.filters, most) : null;
    const isMore = count !== null && most !== null && count > most;
    data.push({ id, count: isMore ? most : count, isMore });
  }
  return { data };
}
