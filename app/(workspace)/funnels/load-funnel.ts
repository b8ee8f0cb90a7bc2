import "server-only";
import { load, orMissing, readOf } from "@/app/(workspace)/flows/load-flow";
import { noteRead } from "@/app/note-read";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { Missing } from "@/components/flows/missing-flow";
import type { ShownFunnel } from "@/components/funnels/funnel-page";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import type { Viewer } from "@/lib/auth/viewer";
import { metricBreakdown } from "@/lib/queries/analytics/metric-breakdown";
import { flowMap } from "@/lib/queries/flows/flow-map";
import { funnelResultOf } from "@/lib/queries/funnels/funnel-result";
import { Refusal } from "@/lib/queries/refusal";

/** How many bots are offered. */
const mostBots = 50;

/** The bots of the page's period, the prompts of the chosen one or of the busiest, and its conversations at each step. */
export function loadFunnel(viewer: Viewer, search: AnalyticsSearch): Promise<ShownFunnel | Missing> {
  return load(async () => {
    const found = await metricBreakdown(viewer, { ...search, metric: "started", by: "bot", limit: mostBots });
    if (found instanceof Refusal) return found;
    const bots = found.data;
    const bot = search.own.bot ?? bots[0]?.key;
    if (bot === undefined) return { bots, bot: null, map: { prompts: [], edges: [] }, result: null };
    const map = await flowMap(viewer, { bot, ...search });
    if (map instanceof Refusal) return map;
    return { bots, bot, map, result: search.steps.length === 0 ? null : await loadResult(viewer, bot, search) };
  });
}

/** The funnel, or why it cannot be counted. */
function loadResult(viewer: Viewer, bot: string, search: AnalyticsSearch): Promise<FunnelResult | Missing> {
  return orMissing(async () => {
    const { filters, query } = readOf({ ...search, filters: { ...search.filters, bot: [bot] } });
    const { order, within } = search.own;
    const step = [...search.steps];
    const isOrdered = order !== "loose";
    const result = await funnelResultOf(viewer, {
      ...query,
      filters,
      step,
      within,
      order: isOrdered ? "strict" : "loose",
    });
    if (!(result instanceof Refusal))
      noteRead(viewer, definitions.getFunnelResult, { query: { ...query, step }, filters });
    return result;
  });
}
