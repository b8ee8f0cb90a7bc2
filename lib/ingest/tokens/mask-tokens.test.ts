import { describe, expect, it } from "vitest";
import { decodeBody } from "@/lib/ingest/body/decode-body";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { eventOf } from "@/lib/testing/deliver";
import { maskText, maskTokens } from "./mask-tokens";

const token = 'ab+c/d==é"k';
const prepare = (body: string | Uint8Array, ...secrets: string[]) =>
  prepareDelivery(typeof body === "string" ? Buffer.from(body) : body, {
    receivedAt: 0n,
    source: "webhook",
    tokenPlace: null,
    contentType: null,
    secrets,
  });
const event = (fields: object) => JSON.stringify(eventOf("note", { note: "hello", ...fields }, "2024-01-01 00:00:00"));
const batch = (...events: string[]) => `{"events":[${events.join(",")}]}`;
const textOf = (body: Uint8Array) => Buffer.from(body).toString();
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) =>
  [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

describe("masking", () => {
  const inner = event({});
  it.each([
    ["token", `{"token":"${json(token)}","events":[${inner}]}`],
    ["Token", `{"Token":"${json(token)}","events":[${inner}]}`],
    ["auth.token", `{"auth":{"token":"${json(token)}"},"events":[${inner}]}`],
    ["webhook_token", `{"webhook_token":"${json(token)}","events":[${inner}]}`],
    ["token after the events", `{"events":[${inner}],"token":"${json(token)}"}`],
    ["a form", `token=${encodeURIComponent(token)}&payload=${encodeURIComponent(batch(inner))}`],
    ["a form, encoded throughout", `token=${percent(token)}&payload=${encodeURIComponent(batch(inner))}`],
    ["a form, in capital hex", `token=${percent(token).toUpperCase()}&payload=${encodeURIComponent(batch(inner))}`],
    ["JSON in a form", `payload=${encodeURIComponent(`{"token":"${json(token)}","events":[${inner}]}`)}`],
    ["single quotes", `{'token':'${token}','events':[${inner}]}`],
    ["in an event", batch(event({ token }))],
    ["in an event's text", batch(event({ note: `see ${token}.` }))],
    ["as a key", batch(event({ [token]: 1 }))],
    ["in JSON in an event", batch(event({ callback: JSON.stringify({ token }) }))],
    ["in JSON in JSON in an event", batch(event({ callback: JSON.stringify(JSON.stringify({ token })) }))],
    ["escaped", `{"x":"${unicode(token)}","events":[${inner}]}`],
    ["escaped in capital hex", `{"x":"${unicode(token).toUpperCase().replaceAll("\\U", "\\u")}","events":[${inner}]}`],
    ["an address", batch(event({ url: `https://x.example/?token=${encodeURIComponent(token)}&a=1` }))],
    ["an escaped slash", `{"x":"${json(token).replaceAll("/", "\\/")}","events":[${inner}]}`],
    ["JSON that is none", `{"events":[${inner},{"token":"${json(token)}" x}]}`],
    ["a single event", inner.replace("{", `{"token":"${json(token)}",`)],
    ["alone", token],
    ["a JSON text", JSON.stringify(token)],
    ["JSON in a JSON text", JSON.stringify(`{"token":"${json(token)}","events":[${inner}]}`)],
    ["cut off", `{"token":"${json(token)}","events":[`],
  ])("leaves no token: %s", (_name, body) => {
    const plain = prepare(body);
    const masked = prepare(body, "another-token", token);
    const kept = [
      textOf(masked.body),
      masked.reason,
      ...masked.events.map(({ raw }) => raw),
      ...masked.quarantined.map(({ raw }) => raw),
    ].join("\n");
    for (const spelling of [token, json(token), encodeURIComponent(token), percent(token), unicode(token)]) {
      expect(kept.toLowerCase()).not.toContain(spelling.toLowerCase());
    }
    expect(kept).not.toMatch(/ab\W{1,3}c/);
    expect(kept).toContain("****");
    expect(masked.body).toHaveLength(Buffer.byteLength(body));
    expect(masked.events).toHaveLength(plain.events.length);
    expect(masked.verdict).toBe(plain.verdict);
    expect(masked.position).toBe(plain.position);
  });

  it.each(["utf16le", "be"])("leaves no token in UTF-16: %s", (encoding) => {
    const little = Buffer.from(`\ufeff${`{"token":"${json(token)}","events":[${event({ token })}]}`}`, "utf16le");
    const body = encoding === "be" ? little.swap16() : little;
    const { body: kept, events } = prepare(body, token);
    const again = encoding === "be" ? Buffer.from(kept).swap16() : Buffer.from(kept);
    expect(kept).toHaveLength(body.length);
    expect(again.toString("utf16le")).not.toMatch(/ab\W{1,3}c/);
    expect(events[0]?.raw).toContain("***");
  });

  it.each([0, 1, 2, 3, 4])("leaves no token in Base64 after %i characters", (before) => {
    const secret = "t0ken-cases+/~~";
    for (const behind of ["", "x", "xy", ":password"]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const encoded = Buffer.from("u".repeat(before) + secret + behind).toString(encoding);
        const { body, events } = prepare(batch(event({ authorization: `Basic ${encoded}` })), secret);
        const masked = /Basic ([^"]*)/.exec(textOf(body))?.[1] ?? "";
        expect(Buffer.from(masked.replaceAll("*", "A"), encoding).toString("latin1")).not.toMatch(
          /[tT]0k|ken|cas|ases/,
        );
        expect(masked).toMatch(/^[\w+/=-]{0,6}\*{18,}[\w+/=-]*$/);
        expect(events).toHaveLength(1);
      }
    }
  });

  it("makes deliveries with a token in their events equal, whatever the token", () => {
    const hashes = (secret: string, ...accepted: string[]) =>
      prepare(
        `{"token":"${secret}","events":[${event({ auth: { token: secret } })},${event({ note: secret })},${event({})}]}`,
        ...accepted,
      ).events.map(({ hash }) => Buffer.from(hash).toString("hex"));
    const tokens = ["first-token", "a-second-and-longer-token"] as const;
    expect(hashes(tokens[0], ...tokens)).toEqual(hashes(tokens[1], ...tokens));
    expect(new Set(hashes(tokens[0], ...tokens)).size).toBe(3);
    expect(hashes("x", "unused-token").at(-1)).toBe(hashes(tokens[0], ...tokens).at(-1));
  });

  it("masks a short token only as a whole value, and keeps words of the envelope", () => {
    const kept = (body: string, secret: string) => textOf(prepare(body, secret).body);
    expect(kept(batch(event({ note: "hello world", token: "hello" })), "hello")).toContain(
      '"note":"hello world","token":"*****"',
    );
    expect(kept("token=hello&note=say+hello+there", "hello")).toBe("token=*****&note=say+hello+there");
    expect(kept("hello", "hello")).toBe("*****");
    expect(kept("{'token':'hello'", "hello")).toBe("{'token':'*****'");
    for (const word of ["note", "event", "key", "type", "timestamp", "conversation"]) {
      const { verdict, events } = prepare(batch(event({ token: word })), word);
      expect({ word, verdict, events: events.length }).toEqual({ word, verdict: "accepted", events: 1 });
    }
  });

  it.each<[name: string, body: string, accepted: string[], masked: string, rotated: string | null]>([
    ["an unknown token", '{"token":"unknown","events":[]}', [], '{"token":"*******","events":[]}', null],
    ["two of them", '{"token":"a","events":[],"token":"bc"}', [], '{"token":"*","events":[],"token":"**"}', null],
    ["one whose name is escaped", '{"\\u0074oken":"x","events":[]}', [], '{"\\u0074oken":"*","events":[]}', null],
    ["digits", '{"token":"123","events":[]}', [], '{"token":"111","events":[]}', null],
    ["digits with a letter", '{"token":"12x","events":[]}', [], '{"token":"***","events":[]}', null],
    ["a letter with digits", '{"token":"x12","events":[]}', [], '{"token":"***","events":[]}', null],
    ["one that is no text", '{"token":5,"events":[]}', [], '{"token":5,"events":[]}', null],
    ["one in an object", '{"a":{"token":"x"},"events":[]}', [], '{"a":{"token":"x"},"events":[]}', null],
    ["one in a list", '[{"token":"x"}]', [], '[{"token":"x"}]', null],
    ["JSON that is none", '{"token":"x","events":[}', [], '{"token":"x","events":[}', null],
    [
      "an event that is a body",
      '{"token":"xy","event":{}}',
      [],
      '{"token":"**","event":{}}',
      '{"token":"********","event":{}}',
    ],
    [
      "an accepted token in an event",
      '{"token":"xy","events":["known-token"]}',
      ["known-token"],
      '{"token":"**","events":["***********"]}',
      '{"token":"********","events":["********"]}',
    ],
    [
      "an accepted token around the events",
      '{"token":"known-token","events":[]}',
      ["known-token"],
      '{"token":"***********","events":[]}',
      null,
    ],
    [
      "accepted tokens out of order",
      '["token-one","token-two"]',
      ["token-two", "token-one"],
      '["*********","*********"]',
      '["********","********"]',
    ],
  ])("masks %s", (_, body, accepted, masked, rotated) => {
    const bytes = Buffer.from(body);
    const found = maskTokens(bytes, decodeBody(bytes), accepted);
    expect(textOf(found.bytes)).toBe(masked);
    expect(found.rotated && textOf(found.rotated)).toBe(rotated);
    if (body === masked) expect(found.bytes).toBe(bytes);
  });

  it("keeps a trailing byte in UTF-16", () => {
    const text = Buffer.from('{"token":"xy","events":[]}', "utf16le");
    const bytes = Buffer.concat([text, Buffer.from([0x7b])]);
    const { bytes: masked } = maskTokens(bytes, decodeBody(bytes), ["xy"]);
    expect(Buffer.from(masked).subarray(0, -1).toString("utf16le")).toBe('{"token":"**","events":[]}');
    expect(masked.at(-1)).toBe(0x7b);
    expect(masked).toHaveLength(bytes.length);
  });

  it("masks a text of characters", () => {
    expect(maskText("see schlüssel-wort, schl\u00c3\u00bcssel-wort", ["schlüssel-wort"])).toBe(
      "see **************, schl\u00c3\u00bcssel-wort",
    );
    expect(maskText("nothing", ["a-known-token"])).toBe("nothing");
  });

  it("keeps the text between tokens", () => {
    const [one, other] = ["token-number-one", "a-second-token"];
    const body = batch(event({ note: `${one} ${one}${other}|${other}` }));
    expect(textOf(prepare(body, one, other).body)).toContain(
      `"note":"${"*".repeat(16)} ${"*".repeat(16 + 14)}|${"*".repeat(14)}"`,
    );
    // A token that contains another one at its start.
    expect(textOf(prepare(batch(event({ note: "a-second-token-x" })), "a-second-token-x", other).body)).toContain(
      `"note":"${"*".repeat(16)}"`,
    );
    expect(textOf(prepare(batch(event({ note: "x-a-second-token." })), other, "x-a-second").body)).toContain(
      `"note":"${"*".repeat(16)}."`,
    );
  });

  it("masks digits so that numbers remain numbers, and never part of a longer one", () => {
    const { body, events } = prepare(batch(event({ token: 20231231, other: 120231231, text: "20231231" })), "20231231");
    expect(textOf(body)).toContain('"token":11111111,"other":120231231,"text":"11111111"');
    expect(events).toHaveLength(1);
  });

  it("masks the content type", () => {
    const origin = { receivedAt: 0n, source: "webhook", tokenPlace: null, secrets: ["s3cret-token"] } as const;
    const { contentType } = prepareDelivery(Buffer.from("{}"), {
      ...origin,
      contentType: "text/x; token=s3cret-token",
    });
    expect(contentType).toBe("text/x; token=************");
  });

  it("returns a body without a token unchanged", () => {
    const body = Buffer.from(batch(event({ text: "abc token ****" })));
    expect(
      prepareDelivery(body, {
        receivedAt: 0n,
        source: "webhook",
        tokenPlace: null,
        contentType: null,
        secrets: [token, "short"],
      }).body,
    ).toBe(body);
  });
});
