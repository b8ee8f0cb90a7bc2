import fc from "fast-check";
import { describe, expect, it } from "vitest";
import note from "@/lib/samples/note.json";
import { readEnvelope } from "./envelope";

const sample = note.events[0];

describe("readEnvelope", () => {
  it("reads a published event", () => {
    expect(readEnvelope(sample)).toEqual({
      ok: true,
      type: "note",
      payload: sample?.event.payload,
      occurredAt: 1693577612141788n,
      envelope: {
        conversation: { key: "42bb83f00d8240e5bb41290a12eb44401693552452", id: "7525695" },
        account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: "476" },
        botId: "8861",
        visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: "826373" },
      },
    });
  });

  it.each([
    ["no account, bot and visitor", { ...sample, account: undefined, visitor: undefined }],
    ["null for account and visitor", { ...sample, account: null, visitor: null }],
    ["wrong types for account and visitor", { ...sample, account: 5, visitor: [1] }],
    ["None as ids", { ...sample, account: { key: "None", id: "None", bot: "x" }, visitor: { key: "", id: null } }],
  ])("accepts %s", (_case, value) => {
    const reading = readEnvelope(value);
    expect(reading).toMatchObject({
      ok: true,
      envelope: {
        account: { key: "unknown", id: null },
        botId: null,
        visitor: { key: "conversation:42bb83f00d8240e5bb41290a12eb44401693552452", id: null },
      },
    });
  });

  it("accepts an event of an unknown type without a payload", () => {
    const reading = readEnvelope({ ...sample, event: { type: "sla_breached" } });
    expect(reading).toMatchObject({ ok: true, type: "sla_breached", payload: null });
  });

  it.each([1693577612.141788, "1693577612.141788", 1693577612141788, "2023-09-01T16:13:32.141788+02:00"])(
    "accepts the time %j, an undocumented format",
    (timestamp) => expect(readEnvelope({ ...sample, timestamp })).toMatchObject({ occurredAt: 1693577612141788n }),
  );

  it.each([
    [null, "event"],
    ["text", "event"],
    [{}, "event"],
    [{ ...sample, event: undefined }, "event"],
    [{ ...sample, event: { payload: {} } }, "event.type"],
    [{ ...sample, event: { type: "" } }, "event.type"],
    [{ ...sample, event: { type: 7 } }, "event.type"],
    [{ ...sample, conversation: null }, "conversation"],
    [{ ...sample, conversation: { id: 1 } }, "conversation.key"],
    [{ ...sample, conversation: { key: "" } }, "conversation.key"],
    [{ ...sample, conversation: { key: "a\u0000b" } }, "conversation.key"],
    [{ ...sample, conversation: { key: "\ud800" } }, "conversation.key"],
    [{ ...sample, conversation: { key: "k".repeat(513) } }, "conversation.key"],
    [{ ...sample, timestamp: undefined }, "timestamp"],
    [{ ...sample, timestamp: 7 }, "timestamp"],
    [{ ...sample, timestamp: true }, "timestamp"],
    [{ ...sample, timestamp: "2023-02-30 00:00:00" }, "timestamp"],
  ])("rejects %j and names the field", (value, path) => {
    const reading = readEnvelope(value);
    expect(reading).toMatchObject({ ok: false, path, reason: expect.stringContaining(path) });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => void readEnvelope(value)));
  });
});
