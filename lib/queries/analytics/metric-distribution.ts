import "server-only";
import { conversationsWithin, type DistributedId, filterOfValues, rangeStarts } from "@/lib/analytics/distributions";
import type { MetricDistribution } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { countValues } from "@/lib/store/analytics/count-values";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import { Cells } from "./cells";
import { type CohortRequest, readCohort } from "./read-cohort";

/** How many values of a duration are in each of some ranges. */
export async function metricDistribution(
  viewer: Viewer,
  { metric, ...request }: CohortRequest & { metric: DistributedId },
): Promise<MetricDistribution | Refusal> {
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  // A conversation can have several reply times: the list cannot be filtered by two of them.
  if (metric === "replyTime" && cohort.filters.replyTime !== null) {
    const name = filterOfValues(metric);
    return new Refusal("bad_request", `"${name}" is not supported for the distribution of reply times.`, name);
  }
  const starts = rangeStarts.map((start) => BigInt(start) * 1000n);
  const counts = await countValues(store(), viewer, cohort, metric, starts);
  const cells = new Cells(viewer);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const reason = await cells.missing(metric, cohort, total);
  if (reason !== null) return { asOf: toIso(at), reason, data: [] };
  return {
    asOf: toIso(at),
    data: rangeStarts.map((fromMs, place) => {
      const toMs = rangeStarts[place + 1] ?? null;
      const count = counts[place] ?? 0;
      const conversations = conversationsWithin(cohort, metric, { fromMs, toMs });
      return { fromMs, toMs, count: cells.isHidden(count) ? null : count, conversations };
    }),
  };
}
