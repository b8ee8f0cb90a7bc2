import { describe, expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { nextFrame, usualSpeed } from "./playback";
import { neighbouringTurn } from "./turns";

const events = sketchEvents([
  { at: 0, by: "bot" },
  { at: 1, by: "bot" },
  { at: 2, type: "variables" },
  { at: 602, by: "visitor" },
  { at: 603, by: "agent" },
]);

describe("nextFrame", () => {
  it("waits for the original interval divided by the speed, and shortens silences", () => {
    expect(nextFrame(events, 0, "1×")).toEqual({ index: 1, after: 1000 });
    expect(nextFrame(events, 0, "4×")).toEqual({ index: 1, after: 250 });
    expect(nextFrame(events, 2, "1×")).toEqual({ index: 3, after: 4000 });
  });

  it("ends at the last event", () => {
    expect(nextFrame(events, 4, "1×")).toBeNull();
  });

  it.each([10, 300, 301, 10_000])("plays %i events in twelve seconds", (length) => {
    const many = sketchEvents(Array.from({ length }, (_, at) => ({ at })));
    let [index, time] = [0, 0];
    for (let frame = nextFrame(many, 0, "whole"); frame; frame = nextFrame(many, index, "whole")) {
      index = frame.index;
      time += frame.after;
    }
    expect(index).toBe(length - 1);
    expect(time).toBeGreaterThan(10_000);
    expect(time).toBeLessThan(12_200);
  });
});

describe("usualSpeed", () => {
  const everySeconds = (seconds: number, length: number) =>
    sketchEvents(Array.from({ length }, (_, place) => ({ at: place * seconds })));

  it("is the slowest that plays the conversation within a minute", () => {
    expect(usualSpeed(everySeconds(5, 10))).toBe("1×");
    expect(usualSpeed(everySeconds(5, 40))).toBe("4×");
    expect(usualSpeed(everySeconds(5, 200))).toBe("16×");
    expect(usualSpeed(everySeconds(5, 1000))).toBe("whole");
    expect(usualSpeed([])).toBe("1×");
  });
});

describe("neighbouringTurn", () => {
  it("moves to where the speaker changes, and to the ends beyond that", () => {
    expect(neighbouringTurn(events, 0, 1)).toBe(3);
    expect(neighbouringTurn(events, 3, 1)).toBe(4);
    expect(neighbouringTurn(events, 4, 1)).toBe(4);
    expect(neighbouringTurn(events, 4, -1)).toBe(3);
    expect(neighbouringTurn(events, 2, -1)).toBe(0);
    expect(neighbouringTurn(events, 0, -1)).toBe(0);
  });
});
