import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { publishedSamples } from "@/lib/event-types/unfamiliar/published-samples";
import { emptyState, fold } from "@/lib/fold/fold";
import { some } from "@/lib/testing/some";
import { KnownValues } from "./known-values";
import { personalValuesOf } from "./mask-event";
import { maskRaw } from "./mask-raw";
import { defaultMasking } from "./masking-settings";

const raws = publishedSamples.flatMap(({ events }) => events).map((event) => JSON.stringify(event));
const read = (raw: string, id = "1") =>
  readEvent({ id, receivedAt: "2024-01-01T00:00:00.000000Z", deliveryId: "1", raw });
const masking = {
  settings: defaultMasking,
  known: new KnownValues(raws.flatMap((raw) => personalValuesOf(read(raw), defaultMasking))),
};
const none = { settings: defaultMasking, known: KnownValues.none };

describe.each(["contacts", "technical"] as const)("masking of %s in the source of events", (data) => {
  it("is done once", () => {
    for (const raw of some(raws)) {
      const once = maskRaw(raw, data, masking);
      expect(maskRaw(once, data, none)).toBe(once);
    }
  });

  it("keeps kinds, keys, times and counts", () => {
    const events = (change: (raw: string) => string) => raws.map((raw, place) => read(change(raw), String(place + 1)));
    const [before, after] = [events((raw) => raw), events((raw) => maskRaw(raw, data, masking))];
    const kept = ({ type, messageType, recognised, occurredAt, envelope }: (typeof before)[number]) => ({
      ...{ type, messageType, recognised, occurredAt, envelope: { ...envelope, visitor: envelope.visitor.key } },
    });
    expect(after.map(kept)).toEqual(before.map(kept));
    const countsOf = (list: typeof before) => {
      const { status, eventCount, messageCounts, visitorTurns, handedOver, gaps } = fold(list, emptyState("a"));
      return { status, eventCount, messageCounts, visitorTurns, handedOver, gaps: gaps.length };
    };
    expect(countsOf(after)).toEqual(countsOf(before));
  });

  it("leaves what is not an event", () => {
    for (const raw of ["", "null", "[1]", '{"a"', '{"event":"x"}']) expect(maskRaw(raw, data, masking)).toBe(raw);
  });
});

it("masks what a browser tells, in variables of any form", () => {
  const sent = {
    event: {
      type: "variables",
      payload: {
        browser: "Firefox 1",
        variables: [
          { name: "ip_address", value: "203.0.113.7" },
          { name: "os", value: "" },
          { name: "plan", value: "pro" },
        ],
        more: { timezone: "Asia/Calcutta", user_agent: null },
      },
    },
  };
  expect(JSON.parse(maskRaw(JSON.stringify(sent), "technical", none)).event.payload).toEqual({
    browser: "[value]",
    variables: [
      { name: "ip_address", value: "[ip]" },
      { name: "os", value: "" },
      { name: "plan", value: "pro" },
    ],
    more: { timezone: "[value]", user_agent: null },
  });
});
