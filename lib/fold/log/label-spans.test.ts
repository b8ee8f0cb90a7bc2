import { expect, it } from "vitest";
import type { LabelChange } from "./change";
import { labelSpans } from "./label-spans";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 8, 14, 0, seconds)).toISOString().replace("Z", "000Z");
const change = (seconds: number, id: string, added: boolean, name: string | null = null): LabelChange => ({
  kind: "label",
  eventId: String(seconds),
  eventType: "conversation_labels",
  index: seconds,
  at: at(seconds),
  by: null,
  label: { id, name },
  added,
});

it("lists when each label was set and removed, each time", () => {
  const changes = [
    change(1, "7", true, "refund"),
    change(5, "8", false),
    change(10, "7", true, "Refund"),
    change(20, "7", false, "Refund"),
    change(30, "7", true, "Refund"),
  ];
  expect(
    labelSpans(changes, at(45)).map(({ label, added, removed, milliseconds }) => [
      label.name ?? label.id,
      added?.eventId ?? null,
      removed?.eventId ?? null,
      milliseconds,
    ]),
  ).toEqual([
    ["Refund", "1", "20", 19_000],
    ["8", null, "5", null],
    ["Refund", "30", null, 15_000],
  ]);
});
