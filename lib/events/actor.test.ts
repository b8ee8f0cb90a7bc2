import { describe, expect, it } from "vitest";
import { actorOf, isSameActor, readActor, readAssignee } from "./actor";
import { actorName } from "./actor-name";
import { compareEvents } from "./compare-events";
import { identifier } from "./identifier";

const actor = (more: object) => ({ type: "user", id: null, email: null, name: null, ...more });

describe("an identifier", () => {
  it.each([
    [7525695, "7525695"],
    [0, "0"],
    [-1.5, "-1.5"],
    ["8292", "8292"],
    [" a ", " a "],
    ["none", "none"],
    ["a\0b", "a\ufffdb"],
    ["a\ud800", "a\ufffd"],
    ["x".repeat(512), "x".repeat(512)],
    ["x".repeat(513), "x".repeat(512)],
    [`${"x".repeat(511)}😀`, `${"x".repeat(511)}\ufffd`],
  ])("of %j is kept", (value, kept) => {
    expect(identifier(value)).toBe(kept);
  });

  it.each([null, undefined, "", "  ", "\u00a0", "None", Number.NaN, Number.POSITIVE_INFINITY, true, {}, ["a"]])(
    "says nothing in %j",
    (value) => {
      expect(identifier(value)).toBeNull();
    },
  );
});

describe("an actor", () => {
  it.each([
    [{ type: " Bot ", id: 3 }, actor({ type: "bot", id: "3" })],
    [{ id: 0 }, actor({ type: "unknown", id: "0" })],
    [{ email: "Ada@Example.com" }, actor({ type: "unknown", email: "Ada@Example.com" })],
    [{ name: "Ada" }, actor({ type: "unknown", name: "Ada" })],
    [{ type: "team" }, actor({ type: "team" })],
  ])("is read from %j", (value, read) => {
    expect(readActor(value)).toEqual(read);
  });

  it.each([null, "bot", 3, [], {}, { id: null, type: "None" }, { age: 3 }])("is not in %j", (value) => {
    expect(readActor(value)).toBeNull();
  });

  it("can be assigned a conversation where it has an id", () => {
    expect(readAssignee({ type: "user", id: 2 })).toEqual(actor({ id: "2" }));
    expect(readAssignee({ type: "user", email: "a@b.example" })).toBeNull();
    expect(readAssignee(null)).toBeNull();
  });

  it.each([
    [{ closed_by: { id: 1 } }, "1"],
    [{ status: { id: 1 }, anything_by: { id: 2 } }, "2"],
    [{ message_by: null, note_by: {}, changed_by: { id: 3 } }, "3"],
    [{ by: { id: 1 }, bystander: { id: 2 } }, null],
    [null, null],
    [[{ message_by: { id: 1 } }], null],
  ])("of the payload %j has the id %j", (payload, id) => {
    expect(actorOf(payload)?.id ?? null).toBe(id);
  });

  it.each([
    [null, null, true],
    [null, actor({ id: "1" }), false],
    [actor({ id: "1" }), null, false],
    [actor({ id: "1" }), actor({ id: "1", email: "other@b.example" }), true],
    [actor({ id: "1", email: "a@b.example" }), actor({ id: "2", email: "a@b.example" }), false],
    [actor({ id: "1", email: "A@b.example" }), actor({ email: "a@B.example" }), true],
    [actor({ email: "a@b.example" }), actor({ email: "c@b.example" }), false],
    [actor({ name: "Ada" }), actor({ name: "Ada" }), false],
    [actor({ id: "1" }), actor({ email: "a@b.example" }), false],
  ])("%j and %j are the same: %s", (one, other, isSame) => {
    expect(isSameActor(one, other)).toBe(isSame);
  });

  it.each([
    [{ name: " Ada " }, "Ada"],
    [{ name: "  ", email: "ada@b.example" }, "Ada"],
    [{ email: "ada.king-lovelace_b@b.example" }, "Ada King Lovelace B"],
    [{ email: "_ada@b.example" }, "Ada"],
    [{ email: "@b.example" }, "Agent"],
    [{ id: "2" }, "Agent 2"],
    [{}, "Agent"],
    [{ type: "team", id: "7" }, "Team 7"],
    [{ type: "bot", id: "3", email: "bot@b.example" }, "Bot"],
    [{ type: "bot", id: "3", name: "Helper" }, "Helper"],
    [{ type: "visitor", id: "1", email: "ana@b.example" }, "Visitor 1"],
    [{ type: "visitor" }, "Visitor"],
    [{ type: "system" }, "System"],
    [{ type: "robot", id: "1" }, "robot 1"],
  ])("%j is called %j", (more, name) => {
    expect(actorName(actor(more))).toBe(name);
  });
});

describe("the order of events", () => {
  const at = (id: string, occurredAt = "2024-01-01T00:00:00.000000Z") => ({ id, occurredAt });

  it.each([
    [at("2"), at("1", "2024-01-01T00:00:00.000001Z"), -1],
    [at("1"), at("2"), -1],
    [at("9"), at("10"), -1],
    [at("9007199254740993"), at("9007199254740992"), 1],
    [at("7"), at("7"), 0],
  ])("of %j and %j is %i", (one, other, order) => {
    expect(Math.sign(compareEvents(one, other))).toBe(order);
    expect(Math.sign(compareEvents(other, one))).toBe(order === 0 ? 0 : -order);
  });
});
