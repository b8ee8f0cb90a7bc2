import "server-only";
import { answered } from "@/app/answered";
import { noteRead } from "@/app/note-read";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { Interval } from "@/lib/analytics/intervals";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { MetricSummary } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors/app-error";
import { listPeople } from "@/lib/queries/analytics/list-people";
import { metricBreakdown } from "@/lib/queries/analytics/metric-breakdown";
import { metricSeries } from "@/lib/queries/analytics/metric-series";
import { metricSummary } from "@/lib/queries/analytics/metric-summary";
import { readYourWrites } from "@/lib/queries/read-your-writes";

/** The metrics of the page's period, or why a filter is not allowed. */
export async function loadSummary(
  viewer: Viewer,
  search: AnalyticsSearch,
): Promise<MetricSummary | { refused: string }> {
  await readYourWrites({ isForFigures: true });
  const { filters, from, to, tz } = search;
  try {
    const found = answered(await metricSummary(viewer, { filters, from, to, tz, metrics: [], compare: "previous" }));
    noteRead(viewer, definitions.getMetricSummary, { query: { from, to, tz }, filters });
    return found;
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return { refused: error.message };
    throw error;
  }
}

/** How many conversations started in each interval. */
export async function loadVolume(viewer: Viewer, search: AnalyticsSearch, interval: Interval) {
  await readYourWrites({ isForFigures: true });
  return answered(await metricSeries(viewer, { ...search, metric: "started", interval }));
}

/** How many conversations started at each hour of the week. */
export async function loadHours(viewer: Viewer, search: AnalyticsSearch) {
  await readYourWrites({ isForFigures: true });
  return answered(await metricBreakdown(viewer, { ...search, metric: "started", by: "hourOfWeek", limit: 1 }));
}

export async function loadPeople(viewer: Viewer, search: AnalyticsSearch) {
  await readYourWrites({ isForFigures: true });
  return answered(await listPeople(viewer, search));
}
