import "server-only";
import { inGroup } from "@/lib/analytics/dimensions";
import type { FlowList } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { Cells } from "@/lib/queries/analytics/cells";
import { groupNames } from "@/lib/queries/analytics/group-names";
import { type CohortRequest, readCohort } from "@/lib/queries/analytics/read-cohort";
import { Refusal } from "@/lib/queries/refusal";
import { countMetrics } from "@/lib/store/analytics/count-metrics";
import { openFlowsOfBots } from "@/lib/store/analytics/flow-rows";
import { groupingOf } from "@/lib/store/analytics/groupings";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import { countOutcomes } from "./flow-counts";
import { refuseUnlessReady } from "./read-flow";

const metrics = ["started", "handedOver", "abandoned"] as const;

/** The bots of a period's conversations, with the outcomes of their prompts: those with the most conversations first. */
export async function listFlows(viewer: Viewer, request: CohortRequest): Promise<FlowList | Refusal> {
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const unready = await refuseUnlessReady();
  if (unready !== null) return unready;
  const { tz } = request;
  const grouping = await groupingOf(store(), viewer, "bot", tz);
  const counted = await countMetrics(store(), viewer, cohort, metrics, grouping);
  const steps = await openFlowsOfBots(store(), viewer, cohort, tz);
  const outcomes = await countOutcomes(viewer, steps, await steps.count());
  const names = await groupNames(viewer, "bot");
  const cells = new Cells(viewer);
  const started = (counted.get("started") ?? []).toSorted((a, b) => b.started - a.started);
  const bots = started.flatMap(({ group }) => (group === null ? [] : [group]));
  const data = bots.map(async (id) => {
    const own = { ...cohort, filters: inGroup(cohort.filters, "bot", id, tz) };
    const cellOf = (metric: (typeof metrics)[number]) =>
      cells.cell(
        metric,
        own,
        counted.get(metric)?.find(({ group }) => group === id),
      );
    const { shown, answered } = outcomes.get(id) ?? { shown: 0, answered: 0 };
    return {
      ...{ id, name: names.get(id) ?? id, conversations: await cellOf("started"), shown, answered },
      ...{ handedOver: await cellOf("handedOver"), abandoned: await cellOf("abandoned") },
    };
  });
  return {
    ...{ asOf: toIso(at), from: toIso(cohort.from), to: toIso(cohort.to), tz },
    data: await Promise.all(data),
  };
}
