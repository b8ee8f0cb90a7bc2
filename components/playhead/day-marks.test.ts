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
  it("has no marks for a single day", () => {
    expect(marksOf([0, 60, 3600])).toEqual([]);
    expect(marksOf([])).toEqual([]);
  });

  it("marks the start of each day", () => {
    expect(marksOf([0, 60, day, day + 60, 3 * day])).toEqual(["2026-01-08", "2026-01-09", "2026-01-11"]);
  });

  it("omits days that begin too close to the last mark", () => {
    const marks = marksOf(
      Array.from({ length: 40 }, (_, place) => place * day),
      400,
    );
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.length).toBeLessThan(7);
    expect(marks[0]).toBe("2026-01-08");
  });

  it("places a label before its mark at the strip's end, and omits it if that does not fit", () => {
    const manyThenOne = [...Array.from({ length: 40 }, (_, place) => place), day];
    expect(allMarks(manyThenOne, 400).map(({ side }) => side)).toEqual(["right", "left"]);
    expect(allMarks([0, 1, 2, 3, day], 130).map(({ side }) => side)).toEqual(["right", null]);
  });
});
