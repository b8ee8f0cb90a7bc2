import { expect, it } from "vitest";
import type { StatusChange } from "./change";
import { statusSpans } from "./status-spans";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 8, 14, 0, seconds)).toISOString().replace("Z", "000Z");
const change = (seconds: number, after: "open" | "closed", parts: Partial<StatusChange> = {}): StatusChange => ({
  kind: "status",
  eventId: String(seconds),
  eventType: "status",
  index: seconds,
  at: at(seconds),
  by: null,
  before: after === "open" ? "closed" : "open",
  after,
  ...parts,
});
const spans = (status: "open" | "closed", changes: StatusChange[]) =>
  statusSpans({ status, createdAt: at(0), lastEventAt: at(50) }, changes).map((span) => [
    span.status,
    span.change?.eventId ?? null,
    span.milliseconds / 1000,
  ]);

it("starts at the creation, whenever that was reported", () => {
  const created = change(5, "open", { before: null, eventType: "conversation_create" });
  expect(spans("open", [])).toEqual([["open", null, 50]]);
  expect(spans("open", [created])).toEqual([["open", "5", 50]]);
  expect(spans("open", [created, change(20, "closed"), change(30, "open")])).toEqual([
    ["open", "5", 20],
    ["closed", "20", 10],
    ["open", "30", 20],
  ]);
});

it("takes the status before the first change from that change", () => {
  expect(spans("closed", [change(20, "closed", { before: null })])).toEqual([
    ["open", null, 20],
    ["closed", "20", 30],
  ]);
});
