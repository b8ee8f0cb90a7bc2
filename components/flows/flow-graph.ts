import type { FlowEdge, FlowMap, FlowPrompt } from "@/lib/api/schemas/flows";
import { type FlowEnd, flowEnds, isFlowEnd, isOrigin, type Origin, origins } from "@/lib/filters/kinds/flow-ends";

/** The edges between two prompts, or from an origin to a prompt: one for each answer. */
export interface Ribbon {
  /** The id of a prompt, or an origin. */
  from: string;
  to: string;
  edges: readonly FlowEdge[];
  count: number;
}

/** What leaves a prompt downwards. */
export interface End {
  kind: FlowEnd;
  edges: readonly FlowEdge[];
  count: number;
}

export interface FlowNode {
  prompt: FlowPrompt;
  /** The prompt again. */
  again: readonly FlowEdge[];
  ends: readonly End[];
  /** Ways to other prompts that are not drawn. */
  rare: readonly FlowEdge[];
}

export interface FlowGraph {
  origins: readonly { kind: Origin; count: number }[];
  nodes: readonly FlowNode[];
  ribbons: readonly Ribbon[];
  /** What is too rare to be drawn. */
  hidden: { prompts: number; edges: number };
}

/** What the map draws of a flow: prompts and edges with at least this share of the conversations, in percent. */
export function flowGraph({ prompts, edges }: FlowMap, least: number): FlowGraph {
  const starts = totalOf(edges.filter(({ from }) => from === "start"));
  const fewest = (least / 100) * starts;
  const often = new Set(prompts.filter(({ shown }) => (shown ?? 0) >= fewest).map(({ id }) => id));
  const groups = [...Map.groupBy(edges, ({ from, to }) => `${from}/${to}`).values()].flatMap((group): Ribbon[] => {
    const [first] = group;
    return first === undefined ? [] : [{ from: first.from, to: first.to, edges: group, count: totalOf(group) }];
  });
  const between = groups.filter(({ from, to }) => !isFlowEnd(to) && from !== to);
  const isDrawn = ({ from, to, count }: Ribbon) =>
    count >= fewest && often.has(to) && (isOrigin(from) || often.has(from));
  const ribbons = between.filter(isDrawn);
  const connected = new Set(ribbons.flatMap(({ from, to }) => [from, to]));
  // A prompt that only rare ways reach is rare.
  const drawn = new Set([...often].filter((id) => fewest === 0 || connected.has(id)));
  const rare = between.filter((ribbon) => !isDrawn(ribbon));
  return {
    origins: origins.flatMap((kind) => {
      const own = ribbons.filter(({ from }) => from === kind);
      return own.length === 0 ? [] : [{ kind, count: totalOf(own) }];
    }),
    nodes: prompts
      .filter(({ id }) => drawn.has(id))
      .map((prompt) => ({
        prompt,
        again: edges.filter(({ from, to }) => from === prompt.id && to === prompt.id),
        ends: flowEnds.flatMap((kind) => {
          const own = edges.filter(({ from, to }) => from === prompt.id && to === kind);
          return own.length === 0 ? [] : [{ kind, edges: own, count: totalOf(own) }];
        }),
        rare: rare.filter(({ from }) => from === prompt.id).flatMap((ribbon) => ribbon.edges),
      })),
    ribbons,
    hidden: {
      prompts: prompts.length - drawn.size,
      edges: rare.reduce((sum, { edges: own }) => sum + own.length, 0),
    },
  };
}

const mostNodes = 14;
const mostRibbons = 30;

/** The smallest of these shares with which a map is still readable; the largest if there is none. */
export function readableShare<Share extends number>(flow: FlowMap, shares: readonly [Share, ...Share[]]): Share {
  const found = shares.find((share) => {
    const { nodes, ribbons } = flowGraph(flow, share);
    return nodes.length <= mostNodes && ribbons.length <= mostRibbons;
  });
  return found ?? shares.at(-1) ?? shares[0];
}

export function totalOf(edges: readonly { count: number }[]): number {
  return edges.reduce((sum, { count }) => sum + count, 0);
}
