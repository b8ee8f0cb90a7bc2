import "server-only";
import { conversationsWith } from "@/lib/analytics/narrow";
import type { FlowWiring } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { isFlowEnd } from "@/lib/filters/kinds/flow-ends";
import { Refusal } from "@/lib/queries/refusal";
import type { CountedSteps } from "@/lib/store/analytics/count-flow";
import { countEdges } from "./flow-counts";
import { headerOf } from "./flow-map";
import { type FlowRequest, type ReadFlow, readFlow } from "./read-flow";

/** A choice that nobody took in so many showings is reported. */
const manyShowings = 200;
/** Less frequent ways are mistakes of single visitors. */
const smallestShare = 0.05;

type Wire = FlowWiring["data"][number];

/** Each choice of a bot's prompts: where it should lead, what really followed, and what looks wrong. */
export async function flowWiring(viewer: Viewer, request: FlowRequest): Promise<FlowWiring | Refusal> {
  const flow = await readFlow(viewer, request);
  if (flow instanceof Refusal) return flow;
  const steps = await flow.steps.count();
  const edges = await countEdges(viewer, flow.cohort, flow.steps, steps);
  const shown = Map.groupBy(steps, ({ prompt }) => prompt);
  const prompts = [...shown].sort(([a, one], [b, other]) => total(other) - total(one) || (a < b ? -1 : 1));
  const wires = prompts.flatMap(([prompt, own]) => wiresOf(flow, prompt, { own, edges }));
  return {
    ...headerOf(flow, request),
    data: wires.map((wire) => ({ ...wire, flags: [...wire.flags, ...flagsAmong(wires, wire)] })),
  };
}

function wiresOf(
  { titles, cohort }: ReadFlow,
  prompt: string,
  { own, edges }: { own: readonly CountedSteps[]; edges: Awaited<ReturnType<typeof countEdges>> },
): Wire[] {
  return [...titles.choicesOf(prompt).values()].map(({ key, title, leadsTo }): Wire => {
    const isOwn = ({ answer }: { answer: string | null }) => answer?.split("+").includes(key) === true;
    const next = new Map<string, number>();
    for (const { to, count } of edges.filter((edge) => edge.from === prompt && isOwn(edge))) {
      next.set(to, (next.get(to) ?? 0) + count);
    }
    const count = [...next.values()].reduce((sum, more) => sum + more, 0);
    const silent = own.filter(isOwn).reduce((sum, one) => sum + one.silent, 0);
    return {
      ...{ prompt, promptTitle: titles.prompt(prompt).title, answer: key, title, leadsTo, count },
      next: [...next].map(([to, count]) => ({ to, count })).sort((a, b) => b.count - a.count || (a.to < b.to ? -1 : 1)),
      flags: [
        ...(total(own.filter(isOwn)) === 0 && total(own) >= manyShowings ? (["neverChosen"] as const) : []),
        ...(count > 0 && silent > count / 2 ? (["botSilent"] as const) : []),
      ],
      conversations: conversationsWith(cohort, "chose", `${prompt}/${key}`),
    };
  });
}

function flagsAmong(wires: readonly Wire[], wire: Wire): Wire["flags"] {
  const { leadsTo } = wire;
  if (leadsTo === null) return [];
  const targets = targetsOf(wires.filter((other) => other.leadsTo === leadsTo));
  const [only, ...more] = targets;
  if (only === undefined) return [];
  if (more.length > 0) return ["leadsToSeveral"];
  const others = Map.groupBy(
    wires.filter((other) => other.leadsTo !== null && other.leadsTo !== leadsTo),
    (other) => other.leadsTo,
  );
  const isSame = [...others.values()].some((group) => {
    const [to, ...rest] = targetsOf(group);
    return to === only && rest.length === 0;
  });
  return isSame ? ["leadsToSame"] : [];
}

/** The prompts that really followed, without rare ones. */
function targetsOf(wires: readonly Wire[]): string[] {
  const counts = new Map<string, number>();
  for (const { to, count } of wires.flatMap(({ next }) => next)) {
    if (!isFlowEnd(to)) counts.set(to, (counts.get(to) ?? 0) + count);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].filter(([, count]) => count >= all * smallestShare).map(([to]) => to);
}

function total(steps: readonly CountedSteps[]): number {
  return steps.reduce((sum, { shown }) => sum + shown, 0);
}
