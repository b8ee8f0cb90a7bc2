import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventOf } from "@/lib/testing/deliver";
import { slowMessages } from "@/lib/testing/texts/slow-texts";
import { prepareDelivery } from "./prepare-delivery";

const prepare = (body: string | Uint8Array) =>
  prepareDelivery(typeof body === "string" ? Buffer.from(body) : body, {
    receivedAt: 0n,
    source: "webhook",
    tokenPlace: null,
    contentType: null,
    secrets: [],
  });

const noteOf = (note: string) => JSON.stringify(eventOf("note", { note }, "2024-01-01 00:00:00"));
const [one, two, three] = [noteOf("one"), noteOf("two {é}"), noteOf("three ]")];
const batch = (...events: string[]) => `{"events":[${events.join(",")}]}`;
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const payloadsOf = (body: string | Uint8Array) =>
  prepare(body).events.map(({ reading }) => (reading.ok ? reading.payload : null));

describe("a body in another format", () => {
  const notes = [{ note: "one" }, { note: "two {é}" }];
  it.each([
    ["a form with a payload", form({ token: "t", payload: batch(one, two) })],
    ["a form with data", form({ data: batch(one, two) })],
    ["a form with body", form({ body: batch(one, two), token: "t" })],
    ["a form with json", form({ json: batch(one, two) })],
    ["a form with a list in payload", form({ payload: `[${one},${two}]` })],
    ["a form with events", form({ token: "t", events: `[${one},${two}]` })],
    ["a form with an event each", `${form({ event: one })}&${form({ event: two })}`],
    ["a form that encodes nothing", `token=t&payload=${batch(one, two)}`],
    [
      "multipart/form-data",
      `--x1\r\nContent-Disposition: form-data; name="token"\r\n\r\nt\r\n--x1\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="payload"; filename="a.json"\r\n\r\n${batch(one, two)}\r\n--x1--\r\n`,
    ],
    ["a list of events", ` [${one} , ${two}]\n`],
    ["a list of deliveries", `[${batch(one)},${batch(two)}]`],
    ["deliveries one after another", `${batch(one)}\n${batch(two)}\n`],
    ["events one after another", `${one}\n${two}`],
    ["JSON in a JSON text", JSON.stringify(batch(one, two))],
    ["UTF-16, little-endian", Buffer.from(`\ufeff${batch(one, two)}`, "utf16le")],
    ["UTF-16, big-endian", Buffer.from(`\ufeff${batch(one, two)}`, "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from(batch(one, two), "utf16le")],
    ["UTF-16, big-endian without a mark", Buffer.from(batch(one, two), "utf16le").swap16()],
    ["UTF-8 with a mark", `\ufeff${batch(one, two)}`],
  ])("is parsed: %s", (_name, body) => {
    const { verdict, events, quarantined, body: kept } = prepare(body);
    expect({ verdict, quarantined }).toEqual({ verdict: "accepted", quarantined: [] });
    expect(events.map(({ raw }) => raw)).toEqual([one, two]);
    expect(payloadsOf(body)).toEqual(notes);
    expect(Buffer.from(kept)).toEqual(Buffer.from(body as string));
    const usual = prepare(batch(one, two)).events;
    expect(events.map(({ hash }) => hash)).toEqual(usual.map(({ hash }) => hash));
  });

  it("is parsed: a single event", () => {
    expect(prepare(` ${one}\n`)).toMatchObject({ verdict: "accepted", events: [{ raw: one }] });
    expect(prepare(form({ payload: one }))).toMatchObject({ verdict: "accepted", events: [{ raw: one }] });
  });

  it.each([
    ["token=abc"],
    [form({ token: "abc", payload: '{"events":[]}' })],
    [form({ token: "abc", events: "[]" })],
    [form({ payload: "{}" })],
    ['"{\\"events\\":[]}"'],
  ])("is a test call: %s", (body) => expect(prepare(body)).toMatchObject({ verdict: "test", events: [] }));

  it.each(["token=abc&x=1", "payload={", "a=1&b=2", "payload=[1]", "--x\r\n\r\n", "events=[1,2]"])(
    "is stored: %j",
    (body) => {
      expect(prepare(body)).toMatchObject({ verdict: "quarantined", events: [], body: Buffer.from(body) });
    },
  );
});

describe("an invalid event in a batch", () => {
  const bad = (text: string) => one.replace('"one"', text);

  it.each([
    ["NaN", bad("NaN"), { note: "NaN" }],
    ["Infinity", bad("[Infinity, -Infinity]"), { note: ["Infinity", "-Infinity"] }],
    ["a comma too many", one.replace('"one"}', '"one",}'), { note: "one" }],
    ["a comment", bad('/* "x": { */ "one" // ]\n'), { note: "one" }],
    ["raw control characters", bad('"a\nb\tc"'), { note: "a\nb\tc" }],
    ["a lone surrogate", bad('"\\ud800"'), { note: "\ud800" }],
    ["an escaped NUL", bad('"\\u0000"'), { note: "\u0000" }],
    ["duplicate keys", bad('"zero","note":"one"'), { note: "one" }],
    ["Python's words", bad("[None,True,False]"), { note: [null, true, false] }],
    ["a number beyond a double", bad("[1e400,12345678901234567890]"), { note: ["1e400", "12345678901234567890"] }],
  ])("is parsed with its batch: %s", (_name, event, payload) => {
    for (const sent of [[event, two], [two, event], [event], [two, event, three, event]]) {
      const { verdict, events } = prepare(batch(...sent));
      expect(verdict).toBe("accepted");
      expect(events.map(({ raw }) => raw)).toEqual(sent);
      expect(payloadsOf(batch(...sent))).toContainEqual(payload);
    }
  });

  it.each([
    ["a quote too many", bad('"say "hi" to ] }"')],
    ["no closing brace", one.slice(0, -1)],
    ["no closing braces at all", one.replaceAll("}", "")],
    ["a bracket of the wrong kind", bad("[1}")],
    ["a quote too few", bad('"one')],
    ["a key without quotes", one.replace('"event"', "event")],
    ["single quotes", bad("'one'")],
    ["a number that is none", bad("01")],
    ["an unknown escape", bad('"\\x"')],
    ["a raw NUL", bad('"a\u0000b"')],
    ["words", "nonsense"],
    ["no event", '{"a":NaN}'],
  ])("is quarantined separately: %s", (_name, event) => {
    for (const body of [batch(event, two, three), batch(two, event, three), batch(two, three, event)]) {
      const { verdict, events, quarantined } = prepare(body);
      expect({ body, verdict }).toEqual({ body, verdict: "partial" });
      expect(events.map(({ raw }) => raw)).toEqual([two, three]);
      expect(quarantined.map(({ raw }) => raw).join()).toContain(event.replace("\u0000", "\ufffd").slice(0, 20));
      const [{ position, raw } = { position: null, raw: "" }] = quarantined;
      const start = Buffer.from(body).indexOf(event);
      expect(position).toBeGreaterThanOrEqual(start);
      expect(position).toBeLessThanOrEqual(start + Buffer.byteLength(raw));
    }
  });

  it("is quarantined separately: bytes that are not UTF-8, with their position", () => {
    const [before, after] = bad('"\u0001"').split("\u0001") as [string, string];
    const event = Buffer.concat([Buffer.from(before), Buffer.from([0xe9]), Buffer.from(after)]);
    const body = Buffer.concat([Buffer.from(`{"events":[${two},`), event, Buffer.from(`,${three}]}`)]);
    const { verdict, events, quarantined, body: kept } = prepare(body);
    expect(verdict).toBe("partial");
    expect(events.map(({ raw }) => raw)).toEqual([two, three]);
    expect(payloadsOf(body)).toEqual([{ note: "two {é}" }, { note: "three ]" }]);
    expect(quarantined).toEqual([
      { place: 1, raw: event.toString(), reason: expect.stringContaining("UTF-8"), position: body.indexOf(event) },
    ]);
    expect(kept).toBe(body);
  });

  it("is the rest of a truncated batch: the events before it are stored", () => {
    const body = batch(one, two, three);
    const cut = body.slice(0, body.indexOf("three"));
    const { verdict, events, quarantined } = prepare(cut);
    expect(verdict).toBe("partial");
    expect(events.map(({ raw }) => raw)).toEqual([one, two]);
    expect(quarantined).toHaveLength(1);
    expect(cut.endsWith(quarantined[0]?.raw ?? "?")).toBe(true);
  });

  it("quarantines a truncated single event, or a truncated body with one, as a malformed body", () => {
    const sample = readFileSync("lib/samples/malformed-image-as-published.txt");
    for (const body of [sample, Buffer.from(batch(one).slice(0, -1)), Buffer.from(batch(one).slice(0, 200))]) {
      expect(prepare(body)).toMatchObject({ verdict: "quarantined", events: [], quarantined: [], body });
    }
  });

  it("includes everything after valid events", () => {
    const { events, quarantined } = prepare(`${batch(one)} and ${two}`);
    expect(events.map(({ raw }) => raw)).toEqual([one]);
    expect(quarantined.map(({ raw }) => raw)).toEqual([`and ${two}`]);
  });

  it("is a duplicate of the same event in a valid batch", () => {
    const hashes = (body: string) => prepare(body).events.map(({ hash }) => Buffer.from(hash).toString("hex"));
    expect(hashes(batch(two, bad("NaN")))[0]).toBe(hashes(batch(two))[0]);
  });
});

describe("hostile bodies", () => {
  it.each([
    ["brackets", "["],
    ["objects", '{"a":'],
    ["events without an end", ',{"event":{'],
    ["quotes", '"'],
    ["comments", "/*"],
    ["commas", ","],
    ["line comments", "//\n"],
    ["backslashes", "\\"],
    ["NaN", "NaN,"],
    ["tokens", '"token":"x",'],
    ["form fields", "payload=&"],
    ["parts", "\r\n--b\r\n"],
    ["numbers", "1.10,"],
    ["zeros", "\u0000"],
  ])("with many %s are parsed in linear time", (_what, unit) => {
    const starts = ["", '{"events":[', '{"events":[{"event":{"type":"x"', "payload=", '{"a":"\u0001",', "--b\r\n"];
    const bodies = starts.map((start) => [start, (size: number) => start + unit.repeat(size / unit.length)] as const);
    expect(slowMessages(prepare, Object.fromEntries(bodies))).toEqual([]);
  });

  it("with 100,000 levels of nesting are parsed", () => {
    const deep = `${'{"a":['.repeat(50_000)}1.10${"]}".repeat(50_000)}`;
    expect(prepare(batch(one.replace('"one"', deep)))).toMatchObject({ verdict: "accepted" });
    expect(prepare(batch(one.replace('"one"', `[NaN,${deep}]`), two)).events).toHaveLength(2);
    expect(prepare(deep)).toMatchObject({ verdict: "quarantined" });
  });
});
