import { describe, expect, it } from "vitest";
import { boundText, judge } from "./figure";
import { interleave } from "./interleave";
import { table } from "./report";
import { median, percentile } from "./statistics";

describe("the benchmarks' arithmetic", () => {
  it("finds medians and percentiles", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
    const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it("interleaves rounds and discards the first", async () => {
    const order: string[] = [];
    const measure = (name: string, values: number[]) => () => {
      order.push(name);
      return values.shift() ?? Number.NaN;
    };
    const result = await interleave(3, measure("baseline", [999, 1, 2, 3]), measure("figure", [0, 30, 10, 20]));
    expect(result).toEqual({ baseline: 2, figure: 20 });
    expect(order.slice(0, 4)).toEqual(["baseline", "figure", "baseline", "figure"]);
  });

  it("judges a ratio, and the value itself if the machine is fast enough", () => {
    const figure = { name: "rate", value: 80, unit: "/s", baseline: { name: "raw", value: 100 } };
    expect(judge({ ...figure, wanted: { atLeast: 0.8 } })).toEqual({ ratio: 0.8, isReached: true });
    expect(judge({ ...figure, wanted: { atMost: 0.5 } }).isReached).toBe(false);
    const alsoWanted = { atLeast: 90, from: 100 };
    expect(judge({ ...figure, wanted: { atLeast: 0.5 }, alsoWanted }).isReached).toBe(false);
    expect(judge({ ...figure, wanted: { atLeast: 0.5 }, alsoWanted: { ...alsoWanted, from: 101 } }).isReached).toBe(
      true,
    );
    expect(judge({ ...figure, value: Number.NaN, wanted: { atMost: 3 } }).isReached).toBe(false);
    expect(boundText({ atMost: 3 })).toBe("≤ 3.00");
  });

  it("formats a table", () => {
    const lines = table([
      { name: "rate", value: 1234.5, unit: "/s", baseline: { name: "raw", value: 1000 }, wanted: { atLeast: 0.8 } },
    ]).split("\n");
    expect(lines.at(-1)).toMatch(/rate\s+1,235 \/s\s+1,000 raw\s+1\.23\s+≥ 0\.80\s+✓/);
  });
});
