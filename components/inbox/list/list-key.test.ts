import { describe, expect, it } from "vitest";
import { listKey } from "./list-key";

const press = (
  key: string,
  modifiers: Partial<Record<"shiftKey" | "metaKey" | "ctrlKey" | "altKey", boolean>> = {},
) => ({
  key,
  shiftKey: false,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  ...modifiers,
});

describe("the list's keys", () => {
  it.each([
    ["j", "next"],
    ["k", "previous"],
    ["x", "toggle"],
  ])("%s means %s from anywhere, also with Caps Lock", (key, asked) => {
    expect(listKey(press(key), false)).toBe(asked);
    expect(listKey(press(key.toUpperCase()), false)).toBe(asked);
  });

  it("extend the selection with Shift", () => {
    expect(listKey(press("J", { shiftKey: true }), false)).toBe("selectNext");
    expect(listKey(press("X", { shiftKey: true }), false)).toBe("extend");
    expect(listKey(press("ArrowUp", { shiftKey: true }), true)).toBe("selectPrevious");
  });

  it.each(["ArrowDown", "ArrowUp", "Escape"])("%j is handled only inside the list", (key) => {
    expect(listKey(press(key), true)).not.toBeNull();
    expect(listKey(press(key), false)).toBeNull();
  });

  it("do not interfere with shortcuts of the browser and the page", () => {
    expect(listKey(press("a", { ctrlKey: true }), true)).toBe("selectAll");
    expect(listKey(press("a", { metaKey: true }), false)).toBeNull();
    expect(listKey(press("k", { metaKey: true }), true)).toBeNull();
    expect(listKey(press("j", { altKey: true }), true)).toBeNull();
    expect(listKey(press("ArrowLeft"), true)).toBeNull();
  });
});
