import "server-only";
import { load, readOf } from "@/app/(workspace)/flows/load-flow";
import { noteRead } from "@/app/note-read";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { Missing } from "@/components/flows/missing-flow";
import type { ShownFunnel } from "@/components/funnels/funnel-page";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { Viewer } from "@/lib/auth/viewer";
import { flowMap } from "@/lib/queries/flows/flow-map";
import { listFlows } from "@/lib/queries/flows/list-flows";
import { funnelResultOf } from "@/lib/queries/funnels/funnel-result";
import { Refusal } from "@/lib/queries/refusal";

/** The bots of the page's period, the prompts of the chosen one or of the busiest, and its conversations at each step. */
export function loadFunnel(viewer: Viewer, search: AnalyticsSearch): Promise<ShownFunnel | Missing> {
  return load(async () => {
    const flows = await listFlows(viewer, search);
    if (flows instanceof Refusal) return flows;
    const bots = flows.data;
    const bot = search.own.bot ?? bots[0]?.id;
    if (bot === undefined) return { bots, bot: null, map: { prompts: [], edges: [] }, result: null };
    const map = await flowMap(viewer, { bot, ...search });
    if (map instanceof Refusal) return map;
    return { bots, bot, map, result: await loadResult(viewer, bot, search) };
  });
}

/** The funnel; why it cannot be counted; null without steps. */
async function loadResult(viewer: Viewer, bot: string, search: AnalyticsSearch): Promise<ShownFunnel["result"]> {
  const { own, steps, ...period } = search;
  if (steps.length === 0) return null;
  return load(async () => {
    const order = own.order === "loose" ? "loose" : "strict";
    const filters = { ...search.filters, bot: [bot] };
    const result = await funnelResultOf(viewer, { ...period, filters, step: [...steps], order, within: own.within });
    if (result instanceof Refusal) return result;
    const { query } = readOf(search);
    noteRead(viewer, definitions.getFunnelResult, { query: { ...query, step: [...steps] }, filters });
    return result;
  });
}
