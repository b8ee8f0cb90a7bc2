import "server-only";
import { type Interval, intervalStarts } from "@/lib/analytics/intervals";
import type { MetricId } from "@/lib/analytics/metrics";
import type { MetricSeries } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { countMetrics } from "@/lib/store/analytics/count-metrics";
import { byStart } from "@/lib/store/analytics/groupings";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import { Cells } from "./cells";
import { type CohortRequest, readCohort } from "./read-cohort";

const mostIntervals = 1000;

/** A metric in each interval of a period, the empty ones included. */
export async function metricSeries(
  viewer: Viewer,
  request: CohortRequest & { metric: MetricId; interval: Interval },
): Promise<MetricSeries | Refusal> {
  const { metric, interval, tz } = request;
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const starts = intervalStarts({ ...cohort, tz }, interval, mostIntervals);
  if (starts === null) {
    const message = `The period has more than ${mostIntervals} intervals. Use a longer interval or a shorter period.`;
    return new Refusal("bad_request", message, "interval");
  }
  const counted = (await countMetrics(store(), viewer, cohort, [metric], byStart(starts))).get(metric) ?? [];
  const cells = new Cells(viewer);
  const data = starts.map(async (start, place) => {
    const from = place === 0 ? cohort.from : start;
    const to = starts[place + 1] ?? cohort.to;
    const own = counted.find(({ group }) => group === String(place));
    return { from: toIso(start), cell: await cells.cell(metric, { ...cohort, from, to }, own) };
  });
  return { asOf: toIso(at), data: await Promise.all(data) };
}
