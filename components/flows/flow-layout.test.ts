import { describe, expect, it } from "vitest";
import type { FlowEdge, FlowMap, FlowPrompt } from "@/lib/api/schemas/flows";
import { some } from "@/lib/testing/some";
import { flowGraph, readableShare } from "./flow-graph";
import { cardHeight, type FlowLayout, layoutFlow, lineWidth, type PlacedEdge } from "./flow-layout";

const cell = { value: null, n: 0, pending: 0, method: "exact" as const, conversations: "" };

/** A flow of edges `from answer to count`, with the prompts that they connect. */
function flowOf(...lines: string[]): FlowMap {
  const edges = lines.map((line): FlowEdge => {
    const [from = "", answer = "", to = "", count = ""] = line.split(" ");
    return {
      ...{ from, to, answer: answer === "-" ? null : answer, answerTitle: answer, medianMs: null },
      ...{ count: Number(count), conversations: line },
    };
  });
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((id) => id.length === 1));
  const prompts = [...ids].map((id): FlowPrompt => {
    const shown = edges.filter(({ to }) => to === id).reduce((sum, { count }) => sum + count, 0);
    return {
      ...{ id, type: "button", title: id, shown, answered: shown, typedInstead: 0, askedAgain: 0, handedOver: 0 },
      ...{ abandoned: 0, pending: 0, answerTime: cell, variants: 1, conversations: "" },
    };
  });
  return { asOf: "", from: "", to: "", tz: "UTC", prompts, edges };
}

const flow = flowOf(
  "start - a 100",
  "a yes b 60",
  "a no b 5",
  "a more c 20",
  "a - a 4",
  "a - silence 10",
  "a - closed 5",
  "b - d 64",
  "b - pending 1",
  "c x d 19",
  "c x a 1",
  "d - human 60",
  "d y a 3",
  "d z e 20",
  "e - closed 20",
);

const ends = ({ path }: PlacedEdge) => {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
  return { left: numbers[0] ?? 0, top: numbers[1] ?? 0, right: numbers.at(-2) ?? 0, bottom: numbers.at(-1) ?? 0 };
};

describe("the map", () => {
  it("draws every edge once, and keeps what a prompt gets and gives", () => {
    const { nodes, ribbons, hidden } = flowGraph(flow, 0);
    expect(hidden).toEqual({ prompts: 0, edges: 0 });
    const drawn = [
      ...ribbons.flatMap(({ edges }) => edges),
      ...nodes.flatMap(({ again, ends }) => [...again, ...ends.flatMap(({ edges }) => edges)]),
    ];
    expect(drawn.map(({ conversations }) => conversations).sort()).toEqual(
      flow.edges.map(({ conversations }) => conversations).sort(),
    );
  });

  it("leaves out rare ways and prompts, but not their showings", () => {
    const graph = flowGraph(flow, 5);
    expect(graph.nodes.map(({ prompt }) => prompt.id).sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(graph.hidden).toEqual({ prompts: 0, edges: 2 });
    expect(graph.nodes.find(({ prompt }) => prompt.id === "d")?.rare.map(({ count }) => count)).toEqual([3]);
    const few = flowGraph(flow, 20);
    expect(few.hidden.edges).toBe(3);
    for (const least of [0, 1, 5, 20, 50, 100]) {
      const { nodes, ribbons } = flowGraph(flow, least);
      for (const { prompt, again, ends, rare } of nodes) {
        const out = flow.edges.filter(({ from }) => from === prompt.id).reduce((sum, { count }) => sum + count, 0);
        const lines = ribbons.filter(({ from }) => from === prompt.id).map(({ count }) => count);
        const down = [...again, ...ends, ...rare].map(({ count }) => count);
        expect([...lines, ...down].reduce((sum, count) => sum + count, 0)).toBe(out);
      }
    }
  });

  it("chooses a share with which a large flow is readable", () => {
    expect(readableShare(flow, [0, 1, 5])).toBe(0);
    const letters = [..."bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const large = flowOf(
      "start - a 1000",
      ...letters.map((letter, place) => `a ${letter} ${letter} ${5 + (place % 3) * 20}`),
    );
    expect(readableShare(large, [0, 1, 5])).toBe(5);
  });

  it("does not let prompts overlap, and connects lines with their sides in the same order and width", () => {
    const placed = layoutFlow(flowGraph(flow, 0));
    const boxes = some(placed.nodes);
    for (const one of boxes) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(placed.width);
      expect(one.y + one.height).toBeLessThanOrEqual(placed.height);
      for (const other of boxes) {
        const isApart =
          one.x + one.width < other.x ||
          other.x + other.width < one.x ||
          one.y + one.height < other.y ||
          other.y + other.height < one.y;
        expect(one === other || isApart).toBe(true);
      }
    }
    const forward = placed.ribbons.filter(({ isBack }) => !isBack);
    expect(
      placed.ribbons
        .filter(({ isBack }) => isBack)
        .map(({ from, to }) => from + to)
        .sort(),
    ).toEqual(["ca", "da"]);
    for (const ribbon of some(forward)) {
      const to = boxOf(placed, ribbon.to);
      const from = boxOf(placed, ribbon.from);
      for (const line of some(ribbon.placed)) {
        expect(line.width).toBe(lineWidth(line.edge.count, placed.scale));
        expect([ends(line).left, ends(line).right]).toEqual([from.x + from.width, to.x]);
        expect(Math.abs(ends(line).top - from.y - cardHeight / 2)).toBeLessThan(cardHeight / 2);
        expect(Math.abs(ends(line).bottom - to.y - cardHeight / 2)).toBeLessThan(cardHeight / 2);
      }
    }
    // Lines next to each other do not cover each other.
    const intoB = forward.filter(({ to }) => to === "b").flatMap((ribbon) => ribbon.placed);
    const [first, second] = intoB.toSorted((a, b) => ends(a).bottom - ends(b).bottom);
    if (first === undefined || second === undefined) throw new Error("Two answers lead to b.");
    expect(ends(second).bottom - ends(first).bottom).toBeCloseTo((first.width + second.width) / 2, 0);
  });
});

function boxOf({ nodes, origins }: FlowLayout, id: string) {
  const found = nodes.find(({ prompt }) => prompt.id === id) ?? origins.find(({ kind }) => kind === id);
  if (found === undefined) throw new Error(`${id} is not drawn.`);
  return found;
}
