import "server-only";
import type { z } from "zod";
import type { viewCounts } from "@/lib/api/schemas/saved-view";
import type { Viewer } from "@/lib/auth/viewer";
import { readFilters } from "@/lib/filters/read-filters";
import { store } from "@/lib/store/connection/client";
import { countedAtMost } from "@/lib/store/lists/counted-at-most";
import { countUpTo } from "@/lib/store/lists/list-counts";
import { listViews } from "./saved-views";

/** How many conversations each of the viewer's views holds now; one after the other, so that a page of them asks little at once. */
export async function countsOfViews(viewer: Viewer): Promise<z.input<typeof viewCounts>> {
  const data: z.input<typeof viewCounts>["data"] = [];
  for (const { id, search } of await listViews(viewer)) {
    const parameters = new URLSearchParams(search);
    parameters.delete("sort");
    const read = readFilters(parameters);
    const most = read.ok ? countedAtMost(read.filters) : 0;
    const count = read.ok ? await countUpTo(store(), read.filters, most + 1) : null;
    data.push({ id, count: count === null ? null : Math.min(count, most), isMore: count !== null && count > most });
  }
  return { data };
}
