import "server-only";
import { noteRead } from "@/app/note-read";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { FlowPath } from "@/components/flows/flow-chart";
import type { ShownFlow } from "@/components/flows/map-figure";
import { worstPrompt } from "@/components/flows/map-finding";
import type { Missing } from "@/components/flows/missing-flow";
import type { ShownPrompt } from "@/components/flows/prompt-figures";
import type { ShownWiring } from "@/components/flows/wiring-figures";
import { definitions } from "@/lib/api/endpoints/definitions";
import type { FlowList } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors/app-error";
import { noFilters } from "@/lib/filters/conversation-filters";
import { edgeName } from "@/lib/filters/definitions/flow/went";
import { flowMap, flowPrompts } from "@/lib/queries/flows/flow-map";
import { flowPrompt, lastEditOf } from "@/lib/queries/flows/flow-prompt";
import { flowWiring } from "@/lib/queries/flows/flow-wiring";
import { listFlows } from "@/lib/queries/flows/list-flows";
import { readYourWrites } from "@/lib/queries/read-your-writes";
import { Refusal } from "@/lib/queries/refusal";

/** The bots of the page's period. */
export function loadFlows(viewer: Viewer, search: AnalyticsSearch): Promise<FlowList | Missing> {
  return load(async () => {
    const found = await listFlows(viewer, search);
    if (!(found instanceof Refusal)) noteRead(viewer, definitions.listFlows, readOf(search));
    return found;
  });
}

/** The map of a bot, the last edit of the prompt at which most visitors leave, and the path of the chosen conversation. */
export function loadMap(viewer: Viewer, bot: string, search: AnalyticsSearch): Promise<ShownFlow | Missing> {
  return load(async () => {
    const map = await flowMap(viewer, { bot, ...search });
    if (map instanceof Refusal) return map;
    noteRead(viewer, definitions.getFlow, readOf(search));
    const worst = worstPrompt(map);
    const edited =
      worst === undefined || worst.variants < 2 ? null : await lastEditOf(viewer, { bot, id: worst.id, ...search });
    return {
      map,
      edited: edited instanceof Refusal ? null : edited,
      path: await pathOf(viewer, bot, search),
    };
  });
}

/** What the conversation in the URL was shown and where it went, at any time. */
async function pathOf(viewer: Viewer, bot: string, { own: { path: key }, tz }: AnalyticsSearch): Promise<FlowPath> {
  const found =
    key === undefined
      ? null
      : await flowMap(viewer, { bot, from: "1970-01-01", to: "now", tz, filters: { ...noFilters, key: [key] } });
  const { prompts, edges } = found === null || found instanceof Refusal ? { prompts: [], edges: [] } : found;
  return { prompts: new Set(prompts.map(({ id }) => id)), edges: new Set(edges.map(edgeName)) };
}

/** A prompt, and the names of those that follow it. */
export function loadPrompt(
  viewer: Viewer,
  bot: string,
  id: string,
  search: AnalyticsSearch,
): Promise<ShownPrompt | Missing> {
  return load(async () => {
    const detail = await flowPrompt(viewer, { bot, id, ...search });
    if (detail instanceof Refusal) return detail;
    const prompts = await flowPrompts(viewer, { bot, ...search });
    if (prompts instanceof Refusal) return prompts;
    noteRead(viewer, definitions.getFlowPrompt, readOf(search));
    return { detail, prompts };
  });
}

/** The choices of a bot, and the names of the prompts that follow them. */
export function loadWiring(viewer: Viewer, bot: string, search: AnalyticsSearch): Promise<ShownWiring | Missing> {
  return load(async () => {
    const wiring = await flowWiring(viewer, { bot, ...search });
    if (wiring instanceof Refusal) return wiring;
    const prompts = await flowPrompts(viewer, { bot, ...search });
    if (prompts instanceof Refusal) return prompts;
    noteRead(viewer, definitions.getFlowWiring, readOf(search));
    return { wiring, prompts };
  });
}

export function readOf({ filters, from, to, tz }: AnalyticsSearch) {
  return { query: { from, to, tz }, filters };
}

/** What was read, or why it cannot be shown; waits for events that are being processed. */
export async function load<Answer>(read: () => Promise<Answer | Refusal>): Promise<Answer | Missing> {
  await readYourWrites({ isForFigures: true });
  return orMissing(read);
}

/** What was read, or why it cannot be shown. */
export async function orMissing<Answer>(read: () => Promise<Answer | Refusal>): Promise<Answer | Missing> {
  try {
    const found = await read();
    return found instanceof Refusal ? { missing: found.message, isRebuilding: found.code === "unavailable" } : found;
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") {
      return { missing: error.message, isRebuilding: false };
    }
    throw error;
  }
}
