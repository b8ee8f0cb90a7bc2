import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { type AnalyticsSearch, analyticsHref, chosenInterval, csvHref, readAnalyticsSearch } from "./analytics-search";

const read = (query: string) => readAnalyticsSearch(new URLSearchParams(query));
const nothing: AnalyticsSearch = {
  ...{ filters: noFilters, from: "30d", to: "now", tz: "UTC", interval: null, asTables: false },
};

describe("the state of the page in its URL", () => {
  it.each<[string, Partial<AnalyticsSearch>]>([
    ["", {}],
    ["from=7d", { from: "7d" }],
    ["from=2024-01-01&to=2024-02-01&tz=Asia/Kathmandu", { from: "2024-01-01", to: "2024-02-01", tz: "Asia/Kathmandu" }],
    [
      "label=vip&interval=week&as=tables",
      { filters: { ...noFilters, label: ["vip"] }, interval: "week", asTables: true },
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
    expect(csvHref("/api/v1/analytics/series", search, { metric: "started", interval: "day" })).toBe(
      "/api/v1/analytics/series?label=vip&from=7d&to=now&tz=UTC&metric=started&interval=day&format=csv",
    );
  });
});
