import { describe, expect, it } from "vitest";
import { categoryOf, eventCategories } from "@/lib/event-types/category-of";
import type { Event } from "@/lib/events/event";
import { simulate } from "@/lib/simulator/simulate";
import { asEvents } from "@/lib/testing/as-events";
import { countEntries, entryVoices, passes, toggled } from "./entry-filter";
import { sketchEvents } from "./test-events";

const kindOf = (event: Event) => categoryOf(event).id;
const kinds = eventCategories.map(({ id }) => id);

const simulated = simulate({ seed: "filter", conversations: 40, now: Date.UTC(2026, 10, 22, 12) }).flatMap(asEvents);

describe("entries", () => {
  it("have one category each, and every category is used", () => {
    expect(new Set(simulated.map(kindOf))).toEqual(new Set(kinds));
    const [message, note, unknown] = sketchEvents([
      { at: 0, by: "bot" },
      { at: 1, type: "note" },
      { at: 2, type: "x" },
    ]);
    expect([message, note, unknown].map((event) => event && kindOf(event))).toEqual(["message", "note", "other"]);
  });

  it.each([
    ["button", "prompt"],
    ["BUTTON.response", "prompt"],
    ["hologram.response", "prompt"],
    ["image", "message"],
  ])("of the message type %s are in %s", (messageType, kind) => {
    const [event] = sketchEvents([{ at: 0, by: "bot" }]);
    expect(event && kindOf({ ...event, messageType })).toBe(kind);
  });

  it("are counted by what the rest of the filter shows", () => {
    for (const filter of [
      { kinds: null, voices: null },
      { kinds: ["note", "message"] as const, voices: null },
      { kinds: ["message"] as const, voices: ["visitor"] as const },
      { kinds: [], voices: null },
    ]) {
      const counts = countEntries(simulated, filter);
      expect(counts.hidden).toBe(simulated.filter((event) => !passes(event, filter)).length);
      for (const kind of kinds) {
        expect(counts.kinds[kind]).toBe(
          simulated.filter((event) => passes(event, { ...filter, kinds: [kind] })).length,
        );
      }
      for (const voice of entryVoices) {
        expect(counts.voices[voice]).toBe(
          simulated.filter((event) => passes(event, { ...filter, voices: [voice] })).length,
        );
      }
    }
  });
});

describe("toggled", () => {
  const all = ["a", "b", "c"];
  it("removes one from all, and adds it again", () => {
    expect(toggled(null, "b", all)).toEqual(["a", "c"]);
    expect(toggled(["c"], "a", all)).toEqual(["a", "c"]);
    expect(toggled(["c", "a"], "b", all)).toBeNull();
    expect(toggled(["a"], "a", all)).toEqual([]);
  });
});
