import { describe, expect, it } from "vitest";
import { eventOf } from "@/lib/testing/deliver";
import { categoryOf } from "./category-of";
import { interpret } from "./interpret";
import { readEvent } from "./read-event";
import { rowOf } from "./row-of";

const read = (type: string, payload: unknown) =>
  readEvent({
    id: "1",
    raw: JSON.stringify(eventOf(type, payload, "2024-01-01 00:00:00")),
    receivedAt: "2024-01-01T00:00:01.000000Z",
    deliveryId: "1",
  });
const outlineOf = (event: ReturnType<typeof read>) =>
  interpret(event).outline?.(({ name, type, id }) => name ?? `${type} ${id}`) ?? null;

const ada = { type: "user", id: "2", name: "Ada" };
const team = { type: "team", id: 7, name: "Support" };
const system = { type: "system", id: null };

describe("status", () => {
  it.each([
    [{ status: "Close", closed_by: ada }, "Ada closed the conversation", "Closed by Ada"],
    [{ status: "closed" }, "Conversation closed", "Closed"],
    [{ status: "OPEN", opened_by: ada }, "Ada opened the conversation", "Opened by Ada"],
    [{ status: "re-opened" }, "Conversation opened", "Opened"],
    [{ status: 1 }, "Conversation opened", "Opened"],
    [{ status: "1.0" }, "Conversation opened", "Opened"],
    [{ status: 2 }, "Conversation closed", "Closed"],
    [{ status: true }, "Conversation opened", "Opened"],
    [{ status: false }, "Conversation closed", "Closed"],
    [{ status: "Close", closed_by: system }, "Conversation closed by time-out", "Closed by time-out"],
    [{ status: "open", opened_by: system }, "Conversation opened", "Opened by system null"],
    [{ closed_by: ada }, "Ada closed the conversation", "Closed by Ada"],
    [{ status: null, Reopened_by: ada }, "Ada opened the conversation", "Opened by Ada"],
  ])("%j reads %j", (payload, text, outline) => {
    const event = read("status", payload);
    expect(event).toMatchObject({ recognised: true, text });
    expect(outlineOf(event)).toBe(outline);
    expect([rowOf(event), categoryOf(event).id]).toEqual(["line", "status"]);
  });

  it.each([
    {},
    { status: "" },
    { status: "pending" },
    { status: 3 },
    { status: "closing", closed_by: ada },
    { status: "reclosed" },
  ])("%j is shown as data", (payload) => {
    expect(read("status", payload)).toMatchObject({ recognised: false, payload });
  });
});

describe("assignee_change", () => {
  it.each([
    [{ to: ada, from: null }, "Assigned to Ada", "Handed over to Ada"],
    [{ to: team, changed_by: ada }, "Ada assigned the conversation to Support", "Handed over to Support"],
    [{ to: ada, changed_by: { type: "user", id: "2" } }, "Ada took the conversation", "Handed over to Ada"],
    [{ to: null }, "Unassigned", "Unassigned"],
    [{ to: "None", from: ada, changed_by: ada }, "Ada unassigned the conversation", "Unassigned"],
    [{ to: { type: "user", name: "Nobody" } }, "Unassigned", "Unassigned"],
    [{ from: ada }, "Unassigned", "Unassigned"],
  ])("%j reads %j", (payload, text, outline) => {
    const event = read("assignee_change", payload);
    expect(event).toMatchObject({ recognised: true, text });
    expect(outlineOf(event)).toBe(outline);
    expect([rowOf(event), categoryOf(event).id]).toEqual(["line", "assignee"]);
  });

  it.each([{}, { to: "Ada" }, { to: 7 }, { from: [ada] }])("%j is shown as data", (payload) => {
    expect(read("assignee_change", payload)).toMatchObject({ recognised: false, payload });
  });
});

describe("conversation_labels", () => {
  const vip = { id: 1, name: "vip" };

  it.each([
    [{ action: "added", labels: [vip] }, "Label “vip” added"],
    [{ action: "added", labels: [vip, { id: 2 }] }, "Labels “vip”, 2 added"],
    [{ action: "deleted", labels: [{ id: 2 }], changed_by: ada }, "Ada removed label 2"],
    [{ action: "Remove", labels: [vip, vip], changed_by: ada }, "Ada removed labels “vip”, “vip”"],
    [{ action: " detached ", labels: [vip] }, "Label “vip” removed"],
    [{ action: "undeleted", labels: [vip] }, "Label “vip” added"],
    [{ labels: [] }, "Labels (none) added"],
  ])("%j reads %j", (payload, text) => {
    const event = read("conversation_labels", payload);
    expect(event).toMatchObject({ recognised: true, text });
    expect([rowOf(event), categoryOf(event).id, outlineOf(event)]).toEqual(["line", "label", null]);
  });

  it("is shown as data where a label has no id", () => {
    expect(read("conversation_labels", { action: "added", labels: [{ name: "vip" }] })).toMatchObject({
      recognised: false,
    });
  });
});

describe("other events", () => {
  it.each([
    ["conversation_create", { title: "Hi <b>there</b>" }, "Conversation started: Hi there", "Created", "status"],
    ["conversation_create", {}, "Conversation started", "Created", "status"],
    ["note", { note: "<p>one</p><p>two</p>", note_by: ada }, "one two", "one two", "note"],
    ["variables", { variables: [] }, "No variables", null, "variable"],
    [
      "variables",
      {
        variables: [
          { name: "plan", value: "pro" },
          { name: "seats", value: 3 },
        ],
      },
      "plan: pro · seats: 3",
      null,
      "variable",
    ],
  ])("%s %j reads %j", (type, payload, text, outline, category) => {
    const event = read(type, payload);
    expect(event).toMatchObject({ recognised: true, text });
    expect(outlineOf(event)).toBe(outline);
    expect(categoryOf(event).id).toBe(category);
  });

  it("without variables is shown as data", () => {
    expect(read("variables", { plan: "pro" })).toMatchObject({ recognised: false });
  });
});
