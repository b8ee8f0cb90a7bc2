import { describe, expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { dayMarks } from "./day-marks";
import { layoutStrip } from "./strip-layout";

const day = 24 * 60 * 60;
const dayKey = (instant: string) => instant.slice(0, 10);
const allMarks = (seconds: readonly number[], width: number) => {
  const events = sketchEvents(seconds.map((at) => ({ at })));
  return dayMarks(events, layoutStrip(events, width), width, dayKey);
};
const marksOf = (seconds: readonly number[], width = 600) =>
  allMarks(seconds, width).map(({ instant }) => dayKey(instant));

describe("dayMarks", () => {
  it("names no day where there is but one", () => {
    expect(marksOf([0, 60, 3600])).toEqual([]);
    expect(marksOf([])).toEqual([]);
  });

  it("names each day where it begins", () => {
    expect(marksOf([0, 60, day, day + 60, 3 * day])).toEqual(["2026-01-08", "2026-01-09", "2026-01-11"]);
  });

  it("leaves out days that begin too near to the last one named", () => {
    const marks = marksOf(
      Array.from({ length: 40 }, (_, place) => place * day),
      400,
    );
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.length).toBeLessThan(7);
    expect(marks[0]).toBe("2026-01-08");
  });

  it("writes the name of a day at the strip's end before its mark, and none where that has no room either", () => {
    const manyThenOne = [...Array.from({ length: 40 }, (_, place) => place), day];
    expect(allMarks(manyThenOne, 400).map(({ side }) => side)).toEqual(["right", "left"]);
    expect(allMarks([0, 1, 2, 3, day], 130).map(({ side }) => side)).toEqual(["right", null]);
  });
});
