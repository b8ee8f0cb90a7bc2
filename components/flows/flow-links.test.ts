import { describe, expect, it } from "vitest";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { FlowEdge } from "@/lib/api/schemas/flows";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { readFilters } from "@/lib/filters/read-filters";
import { flowHref, promptHref, wiringHref } from "./flow-href";
import { edgesHref, outcomeHref } from "./flow-links";
import { pathOnMap } from "./flow-path";

const searchWith = (filters: Partial<ConversationFilters> = {}): AnalyticsSearch => ({
  ...{ pathname: "/flows/7", filters: { ...noFilters, ...filters }, from: "7d", to: "now", tz: "UTC" },
  ...{ own: { least: "5", find: "refund" }, steps: [], asTables: false },
});

const edge = (answer: string | null, to: string): FlowEdge => ({
  ...{ from: "a", answer, answerTitle: null, to, count: 1, medianMs: null },
  conversations: `bot=7&label=vip&went.all=a%2F${answer ?? ""}%2F${to}`,
});

function filtersOf(href: string | null) {
  const read = readFilters(new URLSearchParams(href?.split("?")[1]));
  if (!read.ok) throw new Error(read.message);
  return read.filters;
}

describe("a link of the map", () => {
  it("holds the conversations that went one way, or one of several", () => {
    expect(edgesHref([edge("1", "b")], searchWith())).toBe(`/?${edge("1", "b").conversations}`);
    expect(filtersOf(edgesHref([edge("1", "silence"), edge(null, "silence")], searchWith()))).toEqual({
      ...noFilters,
      ...{ bot: ["7"], label: ["vip"], went: ["a/1/silence", "a//silence"] },
    });
    expect(edgesHref([], searchWith())).toBeNull();
  });

  it("is none if the page's own filters about ways cannot be combined with several", () => {
    const several = [edge("1", "silence"), edge(null, "silence")];
    expect(edgesHref(several, searchWith({ went: ["x//y"] }))).toBeNull();
    expect(edgesHref(several, searchWith({ "went.all": ["x//y"] }))).toBeNull();
    expect(edgesHref([edge("1", "b")], searchWith({ went: ["x//y"] }))).not.toBeNull();
  });

  it("holds the conversations in which a prompt had an outcome", () => {
    const prompt = { id: "a", conversations: "bot=7&asked.all=z&asked.all=a&label=vip" };
    expect(filtersOf(outcomeHref(prompt, "abandoned"))).toEqual({
      ...noFilters,
      ...{ bot: ["7"], label: ["vip"], "asked.all": ["z", "a/abandoned"] },
    });
  });

  it("keeps filters and period, except the bot, which is part of the address", () => {
    const search = searchWith({ bot: ["7"], label: ["vip"] });
    expect(flowHref(search, "7 b")).toBe("/flows/7%20b?label=vip&from=7d");
    expect(wiringHref(search, "7")).toBe("/flows/7/wiring?label=vip&from=7d");
    expect(promptHref(search, "7", "p.v")).toBe("/flows/7/prompts/p.v?label=vip&from=7d");
  });

  it("leads from a conversation to the days around its start", () => {
    expect(pathOnMap("7", { key: "k", createdAt: "2024-03-16T10:00:00Z" })).toBe(
      "/flows/7?from=2024-03-01&to=2024-03-31&path=k",
    );
  });
});
