import "server-only";
import { cohortWith, conversationsWith } from "@/lib/analytics/narrow";
import type { FlowEdge, FlowMap, FlowPrompt } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import type { CountedSteps } from "@/lib/store/analytics/count-flow";
import type { Ranks } from "@/lib/store/analytics/read-ranks";
import { toIso } from "@/lib/time/instant";
import { type CountedEdge, countEdges, countOutcomes, type Outcomes } from "./flow-counts";
import { type FlowRequest, type ReadFlow, readFlow } from "./read-flow";

const noTimes: Ranks = { n: 0, median: null, p90: null };

/** The prompts of a bot and the ways between them, in the conversations of a period. */
export async function flowMap(viewer: Viewer, request: FlowRequest): Promise<FlowMap | Refusal> {
  const flow = await readFlow(viewer, request);
  if (flow instanceof Refusal) return flow;
  const steps = await flow.steps.count();
  return {
    ...headerOf(flow, request),
    prompts: await promptsOf(viewer, flow, steps),
    edges: await edgesOf(viewer, flow, steps),
  };
}

/** Only the prompts of that map. */
export async function flowPrompts(viewer: Viewer, request: FlowRequest): Promise<FlowPrompt[] | Refusal> {
  const flow = await readFlow(viewer, request);
  return flow instanceof Refusal ? flow : promptsOf(viewer, flow, await flow.steps.count());
}

export function headerOf({ at, cohort }: ReadFlow, { tz }: FlowRequest) {
  return { asOf: toIso(at), from: toIso(cohort.from), to: toIso(cohort.to), tz };
}

/** The prompts of these steps, the most frequent first. */
export async function promptsOf(viewer: Viewer, flow: ReadFlow, steps: readonly CountedSteps[]): Promise<FlowPrompt[]> {
  const outcomes = await countOutcomes(viewer, flow.steps, steps);
  const times = await flow.steps.answerTimes("prompt");
  const prompts = [...outcomes].map(([id, counts]) => promptOf(flow, id, counts, times.get(id) ?? noTimes));
  return (await Promise.all(prompts)).sort((a, b) => (b.shown ?? 0) - (a.shown ?? 0) || (a.id < b.id ? -1 : 1));
}

async function promptOf({ cohort, cells, titles }: ReadFlow, id: string, counts: Outcomes, times: Ranks) {
  const answered = cohortWith(cohort, "answered", id);
  return {
    ...{ id, ...titles.prompt(id), ...counts },
    answerTime: await cells.duration(answered, times, counts.pending ?? 0),
    conversations: conversationsWith(cohort, "asked", id),
  };
}

/** The edges of these steps, the most frequent first. */
export async function edgesOf(viewer: Viewer, flow: ReadFlow, steps: readonly CountedSteps[]): Promise<FlowEdge[]> {
  const edges = await countEdges(viewer, flow.cohort, flow.steps, steps);
  const times = await flow.steps.answerTimes("edge");
  return edges.map((edge) => edgeOf(flow, edge, times.get(edge.name)?.median ?? null));
}

function edgeOf({ titles }: ReadFlow, edge: CountedEdge, median: number | null): FlowEdge {
  const { from, answer, to, count, conversations } = edge;
  const medianMs = median === null ? null : median / 1000;
  return { from, answer, answerTitle: titles.answer(from, answer), to, count, medianMs, conversations };
}
