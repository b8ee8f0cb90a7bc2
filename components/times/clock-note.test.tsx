import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ClockNote } from "./clock-note";
import { TimeDisplayProvider } from "./time-display";

const [sent] = JSON.parse(readFileSync("lib/testing/field-cases/45-future-clock.json", "utf8")).events;

it.each([
  ["2026-01-08T10:00:00.000000Z", ["sent 1 Jan 2099", ":00.000001", "received 8 Jan 2026", ":00.000000"]],
  ["2099-01-01T00:00:00.500000Z", []],
])("shows both times of an event received at %s if the clock is ahead", (receivedAt, texts) => {
  const occurredAt = `${sent.timestamp.replace(" ", "T")}Z`;
  const event = {
    ...{ id: "1", type: "message", messageType: "text", occurredAt, receivedAt, editedBy: null, actor: null },
    ...{ payload: sent.event.payload, text: "", recognised: true, deliveryId: "1" },
    envelope: sent,
  };
  const html = renderToStaticMarkup(
    <TimeDisplayProvider start={null} events={[event]}>
      <ClockNote event={event} />
    </TimeDisplayProvider>,
  );
  for (const text of texts) expect(html).toContain(text);
  expect(html.includes("data-clock-ahead")).toBe(texts.length > 0);
});
