import "server-only";
import {
  type Dimension,
  inGroup,
  inNoGroup,
  isTimeDimension,
  type TimeDimension,
  timeGroups,
} from "@/lib/analytics/dimensions";
import type { MetricId } from "@/lib/analytics/metrics";
import type { Cohort } from "@/lib/analytics/narrow";
import type { MetricBreakdown } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { type Counted, countMetrics } from "@/lib/store/analytics/count-metrics";
import { groupingOf } from "@/lib/store/analytics/groupings";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import { Cells } from "./cells";
import { groupNames } from "./group-names";
import { type CohortRequest, readCohort } from "./read-cohort";

interface BreakdownRequest extends CohortRequest {
  metric: MetricId;
  by: Dimension;
  limit: number;
}

/** A metric in the groups with the most conversations, and in the rest. */
export async function metricBreakdown(viewer: Viewer, request: BreakdownRequest): Promise<MetricBreakdown | Refusal> {
  const { metric, by, limit, tz } = request;
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const grouping = await groupingOf(store(), viewer, by, tz);
  const counted = (await countMetrics(store(), viewer, cohort, [metric], grouping)).get(metric) ?? [];
  const found = counted.flatMap((one) => (one.group === null ? [] : [{ ...one, key: one.group }]));
  const groups = isTimeDimension(by) ? inTime(found, by) : largest(found, limit);
  const names = await groupNames(viewer, by);
  const cells = new Cells(viewer);
  const data = groups.map(async ({ key, ...own }) => {
    const filters = inGroup(cohort.filters, by, key, tz);
    return { key, name: names.get(key) ?? key, cell: await cells.cell(metric, { ...cohort, filters }, own) };
  });
  const others = await countOthers(viewer, cells, cohort, { metric, by, keys: groups.map(({ key }) => key) });
  return { asOf: toIso(at), data: await Promise.all(data), others };
}

type Group = Counted & { key: string };

/** All groups in the order of the week or the day. */
function inTime(groups: readonly Group[], by: TimeDimension): Group[] {
  return timeGroups[by].flatMap((key) => groups.find((group) => group.key === key) ?? []);
}

/** The groups with the most conversations. */
function largest(groups: readonly Group[], limit: number): Group[] {
  return groups.toSorted((a, b) => b.started - a.started || (a.key < b.key ? -1 : 1)).slice(0, limit);
}

async function countOthers(
  viewer: Viewer,
  cells: Cells,
  cohort: Cohort,
  { metric, by, keys }: { metric: MetricId; by: Dimension; keys: readonly string[] },
): Promise<MetricBreakdown["others"]> {
  const filters = inNoGroup(cohort.filters, by, keys);
  if (filters === null) return null;
  const rest = { ...cohort, filters };
  const [counted] = (await countMetrics(store(), viewer, rest, [metric])).get(metric) ?? [];
  return counted === undefined ? null : cells.cell(metric, rest, counted);
}
