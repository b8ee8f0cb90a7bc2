import { describe, expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { nextFrame } from "./playback";
import { neighbouringTurn } from "./turns";

const events = sketchEvents([
  { at: 0, by: "bot" },
  { at: 1, by: "bot" },
  { at: 2, type: "variables" },
  { at: 602, by: "visitor" },
  { at: 603, by: "agent" },
]);

describe("nextFrame", () => {
  it("waits as long as it took, by the speed, and shortens silences", () => {
    expect(nextFrame(events, 0, "1×")).toEqual({ index: 1, after: 1000 });
    expect(nextFrame(events, 0, "4×")).toEqual({ index: 1, after: 250 });
    expect(nextFrame(events, 2, "1×")).toEqual({ index: 3, after: 4000 });
  });

  it("ends at the last event", () => {
    expect(nextFrame(events, 4, "1×")).toBeNull();
  });

  it("plays any length in a few seconds at max", () => {
    const many = sketchEvents(Array.from({ length: 10_000 }, (_, at) => ({ at })));
    let [index, time] = [0, 0];
    for (let frame = nextFrame(many, 0, "max"); frame; frame = nextFrame(many, index, "max")) {
      index = frame.index;
      time += frame.after;
    }
    expect(index).toBe(9999);
    expect(time).toBeLessThan(15_000);
  });
});

describe("neighbouringTurn", () => {
  it("goes to where the speaker changes, and to the ends beyond", () => {
    expect(neighbouringTurn(events, 0, 1)).toBe(3);
    expect(neighbouringTurn(events, 3, 1)).toBe(4);
    expect(neighbouringTurn(events, 4, 1)).toBe(4);
    expect(neighbouringTurn(events, 4, -1)).toBe(3);
    expect(neighbouringTurn(events, 2, -1)).toBe(0);
    expect(neighbouringTurn(events, 0, -1)).toBe(0);
  });
});
