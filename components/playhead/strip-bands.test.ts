import { expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { bandPaths } from "./strip-bands";
import { layoutStrip, stripEnd } from "./strip-layout";

const events = (count: number) =>
  Array.from({ length: count }, (_, place) => {
    const timestamp = new Date(Date.UTC(2026, 0, 1, 0, 0, place)).toISOString();
    const raw = JSON.stringify({
      event: { type: "note", payload: { note: "x" } },
      conversation: { key: "k" },
      timestamp,
    });
    return readEvent({ id: String(place + 1), raw, receivedAt: timestamp, deliveryId: "1" });
  });

it("draws each span from its bar to the next span, and nothing while nobody was in charge", () => {
  const layout = layoutStrip(events(4), 400);
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = layout.columns.map(({ x }) => x);
  const paths = bandPaths(layout, [
    { from: 0, voice: "bot" },
    { from: 1, voice: null },
    { from: 2, voice: "agent" },
    { from: 3, voice: "bot" },
  ]);
  const line = (left: number, right: number) => `M${(left + 1.5).toFixed(1)} 1.5H${(right - 4.5).toFixed(1)}`;
  expect([...paths]).toEqual([
    ["bot", `${line(x0, x1)}${line(x3, stripEnd(layout) + 3)}`],
    ["agent", line(x2, x3)],
  ]);
});

it("draws at most one span per bar", () => {
  const layout = layoutStrip(events(3000), 400);
  const spans = Array.from({ length: 3000 }, (_, from) => ({ from, voice: from % 2 === 0 ? "bot" : "agent" }) as const);
  const lines = [...bandPaths(layout, spans).values()].join("").split("M").length - 1;
  expect(lines).toBe(layout.columns.length);
});
