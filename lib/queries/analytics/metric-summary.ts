import "server-only";
import { type MetricId, metricIds } from "@/lib/analytics/metrics";
import type { Cohort } from "@/lib/analytics/narrow";
import type { MetricSummary } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { countMetrics } from "@/lib/store/analytics/count-metrics";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import { Cells } from "./cells";
import { type CohortRequest, readCohort } from "./read-cohort";

interface SummaryRequest extends CohortRequest {
  /** Names separated by commas; none means all. */
  metrics: readonly string[];
  compare?: "previous" | undefined;
}

/** Metrics of a period, and of the one before. */
export async function metricSummary(viewer: Viewer, request: SummaryRequest): Promise<MetricSummary | Refusal> {
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const { from, to } = cohort;
  const names = request.metrics.flatMap((list) => list.split(","));
  const ids = metricIds.filter((id) => names.length === 0 || names.includes(id));
  const cells = new Cells(viewer);
  const before = { ...cohort, from: from - (to - from), to: from };
  return {
    ...{ asOf: toIso(at), from: toIso(from), to: toIso(to), tz: request.tz },
    metrics: await metricsOf(viewer, cells, cohort, ids),
    ...(request.compare === undefined ? {} : { previous: await metricsOf(viewer, cells, before, ids) }),
  };
}

async function metricsOf(viewer: Viewer, cells: Cells, cohort: Cohort, ids: readonly MetricId[]) {
  const counted = await countMetrics(store(), viewer, cohort, ids);
  const entries = ids.map(async (id) => [id, await cells.cell(id, cohort, counted.get(id)?.[0])] as const);
  return Object.fromEntries(await Promise.all(entries));
}
