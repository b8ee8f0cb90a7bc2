import { expect, it } from "vitest";
import { everything, intersection, isEverything, isInScope } from "./scope";

const conversation = { botId: "7", accountKey: "shop" };

it.each([
  [everything, true],
  [{ bots: ["7"], accounts: null }, true],
  [{ bots: ["7"], accounts: ["shop"] }, true],
  [{ bots: ["7"], accounts: ["bank"] }, false],
  [{ bots: ["8"], accounts: ["shop"] }, false],
  [{ bots: [], accounts: null }, false],
])("decides whether a conversation is in the scope %j", (scope, isIn) => {
  expect(isInScope(scope, conversation)).toBe(isIn);
});

it("excludes conversations without a bot from a scope of bots", () => {
  expect(isInScope({ bots: ["7"], accounts: null }, { botId: null, accountKey: "shop" })).toBe(false);
  expect(isInScope({ bots: null, accounts: ["shop"] }, { botId: null, accountKey: "shop" })).toBe(true);
});

it("intersects scopes", () => {
  expect(intersection(everything, { bots: ["7"], accounts: null })).toEqual({ bots: ["7"], accounts: null });
  expect(intersection({ bots: ["7", "8"], accounts: ["shop"] }, { bots: ["8", "9"], accounts: null })).toEqual({
    bots: ["8"],
    accounts: ["shop"],
  });
  expect(isEverything(intersection(everything, everything))).toBe(true);
});
