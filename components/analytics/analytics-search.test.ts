import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { type AnalyticsSearch, analyticsHref, chosenInterval, csvHref, readAnalyticsSearch } from "./analytics-search";

const read = (query: string) => readAnalyticsSearch("/analytics", new URLSearchParams(query));
const nothing: AnalyticsSearch = {
  ...{
    pathname: "/analytics",
    filters: noFilters,
    from: "30d",
    to: "now",
    tz: "UTC",
    own: {},
    steps: [],
    asTables: false,
  },
};

describe("the state of the page in its URL", () => {
  it.each<[string, Partial<AnalyticsSearch>]>([
    ["", {}],
    ["from=7d", { from: "7d" }],
    ["from=2024-01-01&to=2024-02-01&tz=Asia/Kathmandu", { from: "2024-01-01", to: "2024-02-01", tz: "Asia/Kathmandu" }],
    [
      "label=vip&interval=week&as=tables",
      { filters: { ...noFilters, label: ["vip"] }, own: { interval: "week" }, asTables: true },
    ],
  ])("%s", (query, part) => {
    const { ignored, ...search } = read(query);
    expect(ignored).toEqual([]);
    expect(search).toEqual({ ...nothing, ...part });
    const { ignored: none, ...again } = read(analyticsHref(search).split("?")[1] ?? "");
    expect(none).toEqual([]);
    expect(again).toEqual(search);
  });

  it.each([
    "created=7d",
    "from=soon",
    "to=soon",
    "from=7d&to=30d",
    "tz=Mars",
    "interval=year",
    "color=red",
    "status=on",
  ])("reports what it ignores: %s", (query) => {
    const { ignored, ...search } = read(query);
    expect(ignored.map(({ written }) => written)).toEqual([query.split("&").at(-1)]);
    expect(search).toEqual(nothing);
  });

  it("has parameters that only some pages have", () => {
    const of = (pathname: string, query: string) => readAnalyticsSearch(pathname, new URLSearchParams(query));
    const { ignored, ...search } = of("/flows/7", "label=vip&least=5&find=refund&path=abc");
    expect(ignored).toEqual([]);
    expect(search.own).toEqual({ least: "5", find: "refund", path: "abc" });
    expect(analyticsHref(search)).toBe("/flows/7?label=vip&least=5&find=refund&path=abc");
    expect(analyticsHref({ ...search, pathname: "/flows/7/wiring" })).toBe("/flows/7/wiring?label=vip");
    const { ignored: dropped } = of("/flows/7", "least=3&interval=day&bot=7");
    expect(dropped.map(({ written }) => written).sort()).toEqual(["bot=7", "interval=day", "least=3"]);
    expect(of("/flows", "bot=7").filters.bot).toEqual(["7"]);
  });

  it("has the steps of a funnel, and its bot instead of the filter", () => {
    const query = "bot=8101&order=loose&within=30m&step=answered%3Dp&step=closed";
    const { ignored, ...search } = readAnalyticsSearch("/funnels", new URLSearchParams(query));
    expect(ignored).toEqual([]);
    expect(search).toMatchObject({
      ...{ filters: noFilters, own: { bot: "8101", order: "loose", within: "30m" }, steps: ["answered=p", "closed"] },
    });
    expect(analyticsHref(search)).toBe(`/funnels?${query}`);
    expect(csvHref("funnels/result", search)).toMatch(/&step=answered%3Dp&step=closed$/);
    const { ignored: wrong } = readAnalyticsSearch("/funnels", new URLSearchParams("-bot=1&order=x&within=soon"));
    expect(wrong.map(({ written }) => written).sort()).toEqual(["-bot=1", "order=x", "within=soon"]);
  });

  it("has intervals that suit the period", () => {
    const of = (query: string) => chosenInterval(read(query));
    expect(of("from=24h").interval).toBe("hour");
    expect(of("").interval).toBe("day");
    expect(of("from=365d").interval).toBe("week");
    expect(of("from=2000-01-01").interval).toBe("month");
    expect(of("interval=month").interval).toBe("month");
    expect(of("from=365d&interval=hour")).toEqual({ interval: "week", offered: ["day", "week", "month"] });
  });

  it("becomes the address of a figure's CSV file", () => {
    const { ignored, ...search } = read("label=vip&from=7d&as=tables");
    expect(csvHref("analytics/series", search, { metric: "started", interval: "day" })).toBe(
      "/api/v1/analytics/series?label=vip&from=7d&to=now&tz=UTC&metric=started&interval=day&format=csv",
    );
  });
});
