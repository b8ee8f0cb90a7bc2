import { Graph, layout } from "@dagrejs/dagre";
import type { FlowEdge } from "@/lib/api/schemas/flows";
import { isOrigin, type Origin } from "@/lib/filters/kinds/flow-ends";
import type { FlowGraph, FlowNode, Ribbon } from "./flow-graph";

/** A rectangle on the map, in pixels from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedNode extends FlowNode, Box {
  /** Its column, from the left. */
  column: number;
}

export interface PlacedOrigin extends Box {
  kind: Origin;
  count: number;
}

/** An edge as a line from one prompt to another, as wide as it is used. */
export interface PlacedEdge {
  edge: FlowEdge;
  path: string;
  width: number;
}

export interface PlacedRibbon extends Ribbon {
  placed: readonly PlacedEdge[];
  /** The middle of its words. */
  x: number;
  y: number;
  /** It leads to a column that is not further right. */
  isBack: boolean;
}

export interface FlowLayout {
  width: number;
  height: number;
  /** The width of a line per showing. */
  scale: number;
  nodes: readonly PlacedNode[];
  origins: readonly PlacedOrigin[];
  ribbons: readonly PlacedRibbon[];
}

export const cardWidth = 224;
export const cardHeight = 64;
/** Below a card: what leaves downwards. */
const endsHeight = 56;
const originWidth = 84;
/** The width of all lines of the prompt that was shown most often. */
const mostWidth = 44;
/** The room for words on a line between two prompts. */
const labelSize = { width: 88, height: 16 };
const withoutLabel = { width: 16, height: 16 };
const margin = 12;

interface Point {
  x: number;
  y: number;
}

/** Places prompts in columns from left to right, with the lines between them. */
export function layoutFlow({ nodes, origins, ribbons }: FlowGraph): FlowLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 30, edgesep: 16, ranksep: 24, marginx: margin, marginy: margin });
  for (const { kind } of origins) {
    // As high as most prompts: next to one, their middles are at the same height.
    graph.setNode(kind, { width: originWidth, height: cardHeight + endsHeight });
  }
  for (const { prompt, ends, rare } of nodes) {
    const hasEnds = ends.length > 0 || rare.length > 0;
    graph.setNode(prompt.id, { width: cardWidth, height: cardHeight + (hasEnds ? endsHeight : 0) });
  }
  for (const { from, to, count } of ribbons) {
    graph.setEdge(from, to, { ...(isOrigin(from) ? withoutLabel : labelSize), labelpos: "c", weight: count });
  }
  layout(graph);

  const boxOf = (id: string, height: number, width: number): Box => {
    const { x = 0, y = 0, height: all } = graph.node(id);
    return { x: Math.round(x - width / 2), y: Math.round(y - all / 2), width, height };
  };
  const boxes = new Map<string, Box>([
    ...origins.map(({ kind }) => [kind, boxOf(kind, cardHeight, originWidth)] as const),
    ...nodes.map(({ prompt }) => [prompt.id, boxOf(prompt.id, cardHeight, cardWidth)] as const),
  ]);
  const scale = mostWidth / Math.max(1, ...nodes.map(({ prompt }) => prompt.shown ?? 0));
  const columns = [...new Set([...boxes.values()].map(({ x }) => x))].sort((a, b) => a - b);
  const { width = 0, height = 0 } = graph.graph();
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height), scale },
    nodes: nodes
      .map((node) => ({ ...node, ...placeOf(boxes, node.prompt.id) }))
      .map((node) => ({ ...node, column: columns.indexOf(node.x) }))
      .sort((a, b) => a.column - b.column || a.y - b.y),
    origins: origins.map((origin) => ({ ...origin, ...placeOf(boxes, origin.kind) })),
    ribbons: placeRibbons(ribbons, boxes, scale, (from, to) => {
      const { points = [], x = 0, y = 0 } = graph.edge(from, to);
      return { points, label: { x, y } };
    }),
  };
}

function placeOf(boxes: ReadonlyMap<string, Box>, id: string): Box {
  return boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The width of a line for so many showings. */
export function lineWidth(count: number, scale: number): number {
  return Math.max(1, count * scale);
}

function placeRibbons(
  ribbons: readonly Ribbon[],
  boxes: ReadonlyMap<string, Box>,
  scale: number,
  routeOf: (from: string, to: string) => { points: readonly Point[]; label: Point },
): PlacedRibbon[] {
  const isBack = ({ from, to }: Ribbon) => placeOf(boxes, from).x >= placeOf(boxes, to).x;
  const forward = ribbons.filter((ribbon) => !isBack(ribbon));
  const leaving = ports(forward, scale, { of: "from", towards: ({ to }) => placeOf(boxes, to) });
  const arriving = ports(forward, scale, { of: "to", towards: ({ from }) => placeOf(boxes, from) });
  return ribbons.map((ribbon) => {
    const { points, label } = routeOf(ribbon.from, ribbon.to);
    if (isBack(ribbon)) return { ...ribbon, ...label, isBack: true, placed: backwards(ribbon, points, scale) };
    const [from, to] = [placeOf(boxes, ribbon.from), placeOf(boxes, ribbon.to)];
    // Next to each other, there is nothing to lead around.
    const isDirect = to.x - from.x - from.width < 2 * labelSize.width;
    const placed = ribbon.edges.map((edge) => {
      const start = { x: from.x + from.width, y: from.y + cardHeight / 2 + (leaving.get(edge) ?? 0) };
      const end = { x: to.x, y: to.y + cardHeight / 2 + (arriving.get(edge) ?? 0) };
      const shift = (leaving.get(edge) ?? 0) - middleOf(ribbon, leaving);
      const between = isDirect ? [] : points.slice(1, -1).map(({ x, y }) => ({ x, y: y + shift }));
      return { edge, width: lineWidth(edge.count, scale), path: curve([start, ...between, end]) };
    });
    const middle = {
      x: (from.x + from.width + to.x) / 2,
      y: (from.y + to.y + cardHeight + middleOf(ribbon, leaving) + middleOf(ribbon, arriving)) / 2,
    };
    return { ...ribbon, ...(isDirect ? middle : label), isBack: false, placed };
  });
}

/** Lines back to a former prompt follow their route, next to each other. */
function backwards({ edges }: Ribbon, points: readonly Point[], scale: number): PlacedEdge[] {
  let offset = 0;
  return edges.map((edge) => {
    const width = lineWidth(edge.count, scale);
    const path = curve(points.map(({ x, y }) => ({ x, y: y + offset })));
    offset += width;
    return { edge, width, path };
  });
}

function middleOf({ edges }: Ribbon, at: ReadonlyMap<FlowEdge, number>): number {
  const places = edges.map((edge) => at.get(edge) ?? 0);
  return (Math.min(...places) + Math.max(...places)) / 2;
}

/** Where edges leave or reach a card, from its middle: next to each other, in the order of what they connect. */
function ports(
  ribbons: readonly Ribbon[],
  scale: number,
  { of, towards }: { of: "from" | "to"; towards: (ribbon: Ribbon) => Box },
): Map<FlowEdge, number> {
  const found = new Map<FlowEdge, number>();
  for (const own of Map.groupBy(ribbons, (ribbon) => ribbon[of]).values()) {
    const sorted = own.toSorted((a, b) => towards(a).y - towards(b).y);
    const edges = sorted.flatMap((ribbon) => ribbon.edges);
    let top = -edges.reduce((sum, { count }) => sum + lineWidth(count, scale), 0) / 2;
    for (const edge of edges) {
      const width = lineWidth(edge.count, scale);
      found.set(edge, top + width / 2);
      top += width;
    }
  }
  return found;
}

/** A line through points that is horizontal at each of them. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let before = first;
  const parts = rest.map((point) => {
    const middle = round((before.x + point.x) / 2);
    const part = `C${middle},${round(before.y)} ${middle},${round(point.y)} ${round(point.x)},${round(point.y)}`;
    before = point;
    return part;
  });
  return `M${round(first.x)},${round(first.y)}${parts.join("")}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
