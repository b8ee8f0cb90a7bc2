import { describe, expect, it } from "vitest";
import { Lane } from "./lane";

describe("a lane", () => {
  it("evicts the oldest entry when it is full", () => {
    const evicted: string[] = [];
    const lane = new Lane(2);
    const enter = (name: string) => lane.enter(() => evicted.push(name));
    const leaveA = enter("a");
    enter("b");
    leaveA();
    enter("c");
    expect(evicted).toEqual([]);
    enter("d");
    enter("e");
    expect([evicted, lane.size]).toEqual([["b", "c"], 2]);
    leaveA();
    expect(lane.size).toBe(2);
  });
});
