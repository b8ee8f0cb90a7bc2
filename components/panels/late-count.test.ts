import { expect, it } from "vitest";
import type { Event } from "@/lib/events/event";
import { lateCount } from "./late-count";

// Only the ids matter here.
const inTimelineOrder = (...ids: string[]) => ids.map((id) => ({ id }) as Event);

it("counts the events that arrived after later ones", () => {
  expect(lateCount(inTimelineOrder("1", "2", "3"))).toBe(0);
  expect(lateCount(inTimelineOrder("1", "9", "2", "3"))).toBe(1);
  expect(lateCount(inTimelineOrder("10", "9", "8"))).toBe(2);
  expect(lateCount([])).toBe(0);
});
