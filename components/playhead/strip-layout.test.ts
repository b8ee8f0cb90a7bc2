import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { indexAtX, layoutStrip, playheadX } from "./strip-layout";

const conversation = (pauses: readonly number[]) => {
  let at = 0;
  return sketchEvents(
    pauses.map((pause) => {
      at += pause;
      return { at, by: "bot" as const };
    }),
  );
};

describe("layoutStrip", () => {
  it("draws one bar per event if there are few", () => {
    const layout = layoutStrip(conversation([1, 1, 1, 1]), 400);
    expect(layout.columns.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it("collapses the longest silences to labels in their place", () => {
    const layout = layoutStrip(conversation([1, 1, 230, 1]), 400);
    expect(layout.silences).toMatchObject([{ milliseconds: 230_000 }]);
    expect(layout.silences[0]?.x).toBeGreaterThan(layout.columns[1]?.x ?? 0);
    expect(layout.silences[0]?.x).toBeLessThan(layout.columns[2]?.x ?? 0);
  });

  it("covers every event exactly once, within the width, however many there are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 320, max: 1600 }),
        (pauses, width) => {
          const { columns, pitch } = layoutStrip(conversation(pauses), width);
          expect(columns.at(-1)?.to).toBe(pauses.length - 1);
          let next = 0;
          for (const column of columns) {
            expect(column.from).toBe(next);
            expect(column.to).toBeGreaterThanOrEqual(column.from);
            next = column.to + 1;
          }
          expect((columns.at(-1)?.x ?? 0) + pitch).toBeLessThanOrEqual(width + 4 * 8 + 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("maps the playhead's position back to its event", () => {
    for (const count of [1, 5, 38, 700]) {
      const layout = layoutStrip(conversation(Array.from({ length: count }, (_, index) => (index % 9 ? 1 : 150))), 600);
      let last = -1;
      for (let index = 0; index < count; index++) {
        const x = playheadX(layout, index);
        expect(x).toBeGreaterThan(last);
        last = x;
        if (count <= 38) expect(indexAtX(layout, x - 1)).toBe(index);
      }
    }
  });

  it("is empty without events or width", () => {
    expect(layoutStrip([], 300).columns).toEqual([]);
    expect(layoutStrip(conversation([1]), 0).columns).toEqual([]);
  });
});
