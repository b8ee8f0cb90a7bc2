import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventOf, samples } from "@/lib/testing/deliver";
import { some } from "@/lib/testing/some";
import { slowMessages } from "@/lib/testing/texts/slow-texts";
import { prepareDelivery } from "./prepare-delivery";

const prepare = (body: string | Uint8Array) =>
  prepareDelivery(typeof body === "string" ? Buffer.from(body) : body, {
    receivedAt: 0n,
    source: "webhook",
    tokenPlace: null,
    contentType: null,
    secrets: ["s3cret-tokén"],
  });
const event = JSON.stringify(eventOf("note", { note: "é" }, "2024-01-01 00:00:00"));

describe("prepareDelivery", () => {
  it("parses every published sample", () => {
    for (const body of some(samples().values())) {
      expect(prepare(body)).toMatchObject({ verdict: "accepted", quarantined: [], reason: null });
    }
  });

  it.each([
    "",
    " \n",
    "\ufeff",
    "{}",
    '{"token":"x"}',
    '{"events":[]}',
    '{"token":"x","events":[]}',
    '{"events":null}',
  ])("accepts %j as a test call", (body) =>
    expect(prepare(body)).toMatchObject({ verdict: "test", events: [], quarantined: [] }),
  );

  it.each(["null", "[]", "1", '"text"', '{"a":1}', '{"events":{}}', '{"events":"x"}', '{"events":[1]}'])(
    "quarantines %j: no envelope",
    (body) => expect(prepare(body)).toMatchObject({ verdict: "quarantined", events: [], body: Buffer.from(body) }),
  );

  it("reports the position of the error in the published malformed sample", () => {
    const bytes = readFileSync("lib/samples/malformed-image-as-published.txt");
    const { verdict, reason, position, body } = prepare(bytes);
    expect({ verdict, position }).toEqual({ verdict: "quarantined", position: bytes.length });
    expect(reason).toMatch(/^Not JSON: it ends where .* should follow \(line \d+, column \d+, near /);
    expect(body).toBe(bytes);
  });

  it.each([
    ["UTF-16 that breaks off", Buffer.from('\ufeff{"events":[]}', "utf16le").subarray(0, -1), 26],
    ["Latin-1", Buffer.concat([Buffer.from('{"a":"é'), Buffer.from([0xe9]), Buffer.from('"}')]), 8],
  ])("rejects %s, with the first byte that is not text", (_name, bytes, position) => {
    expect(prepare(bytes)).toMatchObject({ verdict: "quarantined", position, body: bytes });
  });

  it("stores the valid events next to an invalid one, each with its exact text", () => {
    const good = event.replace(":", " :\n");
    const { verdict, events, quarantined, reason } = prepare(`\ufeff{"events":[ ${good} , {"a":"é"},${event} ]}`);
    expect(verdict).toBe("partial");
    expect(events.map(({ raw }) => raw)).toEqual([good, event]);
    const position = 3 + Buffer.byteLength(`{"events":[ ${good} , `);
    expect(quarantined).toEqual([{ place: 1, raw: '{"a":"é"}', reason, position }]);
  });

  it.each([
    ["a time that is none", event.replace('"2024-01-01 00:00:00"', '"yesterday"'), '"yesterday"'],
    ["a key that is a number", event.replace(/"key":"42[^"]*"/, '"key" :  7'), "7"],
    ["a missing key", event.replace(/"key":"42[^"]*",/, ""), '{"id":7525695'],
    ["an event that is none", '{"event":"é","x":1}', '"é"'],
    ["broken JSON", event.replace('{"note"', "{note!"), "note!"],
  ])("points at the value at fault: %s", (_what, bad, found) => {
    for (const [encoding, text] of [
      ["utf8", `{"events":[${event},\n ${bad},${event}]}`],
      ["utf16le", `\ufeff{"events":[${event},\n ${bad},${event}]}`],
    ] as const) {
      const body = Buffer.from(text, encoding);
      const [{ position } = { position: null }] = prepare(body).quarantined;
      expect(body.subarray(position ?? 0).toString(encoding)).toMatch(new RegExp(`^${found.replace(/[{]/g, "\\{")}`));
    }
  });

  it("gives equal events of one delivery different hashes, and the same ones again", () => {
    const hashes = (body: string) => prepare(body).events.map(({ hash }) => Buffer.from(hash).toString("hex"));
    const [first, second] = hashes(`{"events":[${event},${event}]}`);
    expect(first).not.toBe(second);
    expect(hashes(`{"events":[${event}, ${event.replace("{", "{ ")}]}`)).toEqual([first, second]);
    expect(hashes(`{"events":[{}],"events":[${event}]}`)).toEqual([first]);
  });

  it("accepts deeply nested payloads, with their exact text", () => {
    const deep = event.replace('{"note":"é"}', `{"note":"x","extra":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    const { verdict, events } = prepare(`{"events":[${deep},${event}]}`);
    expect(verdict).toBe("accepted");
    expect(events.map(({ raw }) => raw)).toEqual([deep, event]);
  });

  it.each([
    ["bad events", (size: number) => `{"events":[${"1,".repeat(size / 2)}1]}`],
    ["tokens", (size: number) => `{${'"token":"x",'.repeat(size / 12)}"a":1}`],
    ["lists of events", (size: number) => `{${'"events":[],'.repeat(size / 12)}"a":1}`],
  ])("is not quadratic for many %s", (what, body) => {
    expect(slowMessages(prepare, { [what]: body })).toEqual([]);
  });

  it.each([
    `{"token":"s3cret-tokén","events":[${event}]}`,
    '{ "token" : "another-secret", "\\u0074oken":"s3cret-tokén"}',
    '{"token":"s3cret-tokén","events":[',
    '{"events":[{}],"token": "s3cret-tokén" "x"}',
    "s3cret-tokén",
  ])("masks the token of %s without moving bytes", (body) => {
    const { body: kept, reason, position } = prepare(body);
    const text = Buffer.from(kept).toString();
    expect(text).not.toMatch(/s3cret|another/);
    expect(kept).toHaveLength(Buffer.byteLength(body));
    expect(reason ?? "").not.toContain("cret");
    expect(position ?? 0).toBeLessThanOrEqual(kept.length);
    if (body.includes("[]}")) expect(text).toContain(event);
  });

  it("never throws, and keeps every byte", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)), (bytes) => {
        const { body, verdict } = prepare(bytes);
        expect(body).toHaveLength(bytes.length);
        if (verdict === "quarantined" && !Buffer.from(bytes).includes("token")) expect(body).toEqual(bytes);
      }),
    );
  });
});
