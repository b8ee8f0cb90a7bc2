import { describe, expect, it } from "vitest";
import { extendSelection, nothingSelected, toggleAll, toggleSelected } from "./selection";

const shown = ["a", "b", "c", "d", "e"];
const keysOf = ({ keys }: { keys: ReadonlySet<string> }) => [...keys].sort().join("");

describe("selecting", () => {
  it("toggles one", () => {
    const one = toggleSelected(nothingSelected, "b");
    expect(keysOf(one)).toBe("b");
    expect(keysOf(toggleSelected(one, "b"))).toBe("");
  });

  it("extends from the last one toggled, in both directions, and keeps the others", () => {
    const begun = toggleSelected(toggleSelected(nothingSelected, "e"), "c");
    const down = extendSelection(begun, "d", shown);
    expect(keysOf(down)).toBe("cde");
    expect(keysOf(extendSelection(down, "a", shown))).toBe("abcde");
  });

  it("starts a new range when there is no anchor or it is no longer shown", () => {
    expect(keysOf(extendSelection(nothingSelected, "b", shown))).toBe("b");
    const elsewhere = toggleSelected(nothingSelected, "z");
    expect(keysOf(extendSelection(extendSelection(elsewhere, "b", shown), "d", shown))).toBe("bcdz");
  });

  it("ignores what is not shown", () => {
    const one = toggleSelected(nothingSelected, "b");
    expect(extendSelection(one, "z", shown)).toEqual(one);
  });

  it("selects everything shown, then nothing", () => {
    const all = toggleAll(toggleSelected(nothingSelected, "b"), shown);
    expect(keysOf(all)).toBe("abcde");
    expect(keysOf(toggleAll(all, shown))).toBe("");
    expect(keysOf(toggleAll(nothingSelected, []))).toBe("");
  });
});
