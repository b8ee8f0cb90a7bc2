import { describe, expect, it } from "vitest";
import { fits, givenChoices, givenTexts, offeredChoices } from "./choices";

const buttons = (...titles: string[]) => ({
  type: "button",
  payload: { title: "Which?", buttons: titles.map((title) => ({ title, callback: "" })) },
});
const numbered = (count: number) => Array.from({ length: count }, (_, place) => `choice ${place}`);

describe("what a prompt offers", () => {
  it("are the titles of its buttons, not its own", () => {
    expect(offeredChoices(buttons("Refund", "Parcel"))).toEqual(["refund", "parcel"]);
  });

  it.each([
    ["<b>Re</b> fund ", ["re fund"]],
    ["A\u00a0 b\nc", ["a b c", "a b", "c"]],
    ["one, two;three", ["one, two;three", "one", "two", "three"]],
    ["12345678901234567890123", ["12345678901234567890"]],
    ["1234567890123456789 123", ["1234567890123456789"]],
    ["<b></b>", []],
    [" ", []],
  ])("%j is compared as %j", (title, choices) => {
    expect(offeredChoices(buttons(title))).toEqual(choices);
  });

  it("are options, fields and appointments", () => {
    expect(offeredChoices({ payload: { options: ["Yes", 7, false, "", null] } })).toEqual(["yes", "7", "false"]);
    expect(offeredChoices({ payload: { fields: [{ label: "Name", variable: "visitor_name", help: "x" }] } })).toEqual([
      "name",
      "visitor_name",
    ]);
    expect(offeredChoices({ payload: { event_id: "e1", name: "Call" } })).toEqual(["e1"]);
  });

  it("cannot be told of more than 60, or where they are nested too deep", () => {
    expect(offeredChoices(buttons(...numbered(60)))).toHaveLength(60);
    expect(offeredChoices(buttons(...numbered(61)))).toEqual([]);
    expect(offeredChoices(buttons(...numbered(60), "choice 0"))).toHaveLength(60);
    expect(offeredChoices(buttons(...Array(1000).fill("same")))).toEqual(["same"]);
    expect(offeredChoices(buttons(...Array(1001).fill("same")))).toEqual([]);
    expect(offeredChoices({ a: { b: { c: { d: { e: [{ title: "x" }] } } } } })).toEqual(["x"]);
    expect(offeredChoices({ a: { b: { c: { d: { e: { f: [{ title: "x" }] } } } } } })).toEqual([]);
  });

  it.each([null, "text", 7, {}])("are none of %j", (message) => {
    expect(offeredChoices(message)).toEqual([]);
  });
});

describe("what an answer says", () => {
  it("is what it names anywhere, in full and to compare", () => {
    const answer = { type: "button.response", payload: { title: "Refund, Parcel", type: "x" } };
    expect(givenTexts(answer)).toEqual(["Refund, Parcel"]);
    expect(givenChoices(answer)).toEqual(["refund, parcel", "refund", "parcel"]);
  });

  it("is cut at 60 choices", () => {
    const given = givenChoices(buttons(...numbered(61)));
    expect(given).toHaveLength(60);
    expect(given[0]).toBe("which?");
    expect(given[59]).toBe("choice 58");
  });
});

it.each([
  [["a", "b"], ["b"], "yes"],
  [["a", "b"], ["c", "a"], "yes"],
  [["a", "b"], ["c"], "no"],
  [[], ["c"], "unknown"],
  [["a"], [], "unknown"],
  [[], [], "unknown"],
])("%j and %j fit: %s", (offered, given, fit) => {
  expect(fits(offered, given)).toBe(fit);
});
