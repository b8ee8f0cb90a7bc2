import "server-only";
import type { z } from "zod";
import { conversationsIn, createdIn, noConversations } from "@/lib/analytics/narrow";
import type { FunnelResult, funnelQuery } from "@/lib/api/schemas/funnels";
import type { Viewer } from "@/lib/auth/viewer";
import { bothFilters } from "@/lib/filters/both-filters";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { readWithin } from "@/lib/filters/kinds/sequence-text";
import { Cells } from "@/lib/queries/analytics/cells";
import { type CohortRequest, readCohort } from "@/lib/queries/analytics/read-cohort";
import { refuseUnlessReady } from "@/lib/queries/flows/read-flow";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { now, toIso } from "@/lib/time/instant";
import { type FunnelStep, filtersThrough, readFunnelStep } from "./funnel-steps";

export type FunnelRequest = CohortRequest & Omit<z.output<typeof funnelQuery>, "format">;

/** How many conversations of a period went through each step, after all before. */
export async function funnelResultOf(viewer: Viewer, request: FunnelRequest): Promise<FunnelResult | Refusal> {
  const at = now();
  const cohort = readCohort(request, at);
  if (cohort instanceof Refusal) return cohort;
  const unready = await refuseUnlessReady();
  if (unready !== null) return unready;
  const steps: FunnelStep[] = [];
  for (const label of request.step) {
    const step = readFunnelStep(label);
    if (step instanceof Refusal) return step;
    steps.push(step);
  }
  if (steps.length === 0) return new Refusal("bad_request", '"step" is required.', "step");
  const how = { order: request.order, within: readWithin(request.within ?? "") ?? null };
  const created = createdIn(cohort);
  const count = (filters: ConversationFilters | null) =>
    filters === null ? Promise.resolve(0) : countConversations(store(), viewer, { ...filters, created });

  const reached: { label: string; filters: ConversationFilters | null; k: number }[] = [];
  for (const [place, { label }] of steps.entries()) {
    const filters = filtersThrough(cohort.filters, steps.slice(0, place + 1), how);
    if (filters !== null && "unsupported" in filters) {
      const problem = `"step" cannot be combined with the other filters of "${filters.unsupported}".`;
      return new Refusal("bad_request", problem, "step");
    }
    reached.push({ label, filters, k: await count(filters) });
  }
  const unsettled = bothFilters(cohort.filters, { ...noFilters, settled: "no" });
  const pending = unsettled === null || "unsupported" in unsettled ? 0 : await count(unsettled);
  const cells = new Cells(viewer);
  const n = reached[0]?.k ?? 0;
  const told = reached.map(({ label, filters, k }, place) => {
    const before = reached[place - 1]?.k ?? k;
    const conversations = filters === null ? noConversations : conversationsIn({ ...cohort, filters });
    return { label, cell: cells.share({ k, n, pending, conversations }, before - k) };
  });
  return { asOf: toIso(at), from: toIso(cohort.from), to: toIso(cohort.to), tz: request.tz, steps: told };
}
