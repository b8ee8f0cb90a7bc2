import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as route from "@/app/api/webhook/route";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { toWholeText } from "@/lib/store/log/delivery-texts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { eraseEverything } from "@/lib/testing/erase-everything";
import { useLogThread } from "@/lib/testing/processes/start-log-thread";
import { useStore } from "@/lib/testing/use-store";
import { Door } from "./door";

vi.stubEnv("WEBHOOK_TOKENS", "right");
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

interface Call {
  method?: string;
  headers?: Record<string, string>;
  query?: string;
  body?: string | Uint8Array | Readable;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

const startWorker = useLogThread();
const note = (text: string) => [eventOf("note", { note: text }, "2024-01-01 00:00:00")];
const padding = (bytes: number) => "x".repeat(bytes);
const lastOfBody = (bytes: number) => {
  const body = { events: note("large"), padding: "", token: "right" };
  return JSON.stringify({ ...body, padding: padding(bytes - JSON.stringify(body).length) });
};

// One suite for both entry points: the door, and Next's route if there is no door.
describeEachDatabase("the webhook", (_, createDatabase) => {
  describe("at the door", () => {
    let port = 0;
    let door: Door;
    let store: Store;

    beforeAll(async () => {
      const database = await createDatabase();
      store = openStore(database);
      door = new Door({ startThread: () => startWorker(database), pagesCommand: null, port: 0 });
      port = await door.listen();
    });
    afterAll(async () => {
      await door.stop();
      await store.close();
    });

    behavesAsPromised(
      (call) => send(port, call),
      () => store,
    );

    it("responds before the end of an unread body, and closes", async () => {
      const answer = await send(port, { body: endless("{") });
      expect([answer.status, answer.headers.get("connection")]).toEqual([401, "close"]);
    });

    it("sends the security headers, and rejects TRACE and malformed escapes", async () => {
      expect((await send(port, { method: "GET" })).headers.get("x-content-type-options")).toBe("nosniff");
      const trace = await send(port, { method: "TRACE" });
      expect([trace.status, trace.headers.get("x-content-type-options")]).toEqual([405, "nosniff"]);
      const malformed = await fetch(`http://127.0.0.1:${port}/conversations/%E0%A4%A`);
      expect([malformed.status, malformed.headers.get("x-content-type-options")]).toEqual([400, "nosniff"]);
    });

    it.each([
      "//api/webhook",
      "/api/webhook/",
      "/api//webhook//",
      "http://playhead.example/api/webhook",
      "HTTPS://playhead.example//api/webhook/",
    ])("accepts deliveries at %s, and never redirects them", async (target) => {
      const before = await store.reader.event.count();
      const body = JSON.stringify({ events: note(target) });
      const answer = await sendTo(port, target, { headers: { token: "right" }, body });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.objectContaining({ accepted: 1 })]);
      expect(await store.reader.event.count()).toBe(before + 1);
    });

    it("reports readiness and liveness", async () => {
      expect(await (await fetch(`http://127.0.0.1:${port}/api/ready`)).json()).toEqual({ status: "ready" });
      expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    });

    it("responds for a page server that is down: a page for people, JSON for programs", async () => {
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect([page.status, page.headers.get("retry-after")]).toEqual([503, "3"]);
      expect(await page.text()).toContain("<h1>");
      const api = await fetch(`http://127.0.0.1:${port}/api/v1/conversations`);
      expect([api.status, await api.json()]).toEqual([503, expect.objectContaining({ code: "unavailable" })]);
    });
  });

  describe("in Next's route", () => {
    let store: Store;

    beforeAll(async () => {
      store = openStore(await createDatabase());
      useStore(store);
    });
    afterAll(() => store.close());

    behavesAsPromised(
      ({ method = "POST", headers = {}, query = "", body }) => {
        const stream = body instanceof Readable ? ReadableStream.from(body) : body;
        const withBody = stream === undefined ? {} : { body: stream as BodyInit, duplex: "half" as const };
        const request = new Request(`http://127.0.0.1/api/webhook${query}`, { method, headers, ...withBody });
        return answerOf(method === "POST" ? route.POST(request) : method === "GET" ? route.GET() : route.PUT());
      },
      () => store,
    );
  });
});

function behavesAsPromised(post: (call: Call) => Promise<Answer>, store: () => Store): void {
  const places = async () => (await store().reader.delivery.findMany({ orderBy: { id: "asc" } })).map(placeOf);

  it.each([
    ["a header", { headers: { authorization: "Bearer right" } }, "header authorization"],
    ["the query", { query: "?token=right" }, "query token"],
    ["the body", { body: '{"token":"right"}' }, "body"],
    ["nothing but the body", { body: "right" }, "body"],
    ["a header, beside another one that is wrong", { headers: { token: "right", "x-api-key": "no" } }, "header token"],
    ["the body, with a wrong one in a header", { headers: { token: "no" }, body: '{"token":"right"}' }, "body"],
  ])("finds the token in %s", async (_, call, place) => {
    const answer = await post(call);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { token: "right" }]);
    expect((await places()).at(-1)).toBe(place);
  });

  it("stores nothing without a valid token, in any format", async () => {
    const before = await store().reader.delivery.count();
    const bodies = ["", "{", "[1,[".repeat(200_000), '{"events":[]}', '{"token":"wrong"}', '{"x":{"token":"right"}}'];
    for (const body of bodies)
      expect(await post({ body })).toMatchObject({ status: 401, text: expect.stringContaining("missing or wrong") });
    expect((await post({ headers: { token: "wrong" }, query: "?token=wrong" })).status).toBe(401);
    expect(await store().reader.delivery.count()).toBe(before);
  });

  it("searches only the first 64 kB of a body for the token", async () => {
    expect((await post({ body: lastOfBody(60_000) })).status).toBe(200);
    const late = await post({ body: lastOfBody(70_000) });
    expect([late.status, late.text]).toEqual([401, expect.stringContaining("send it in the header")]);
    const early = JSON.stringify({ token: "right", events: note("early"), padding: padding(500_000) });
    expect((await post({ body: early })).status).toBe(200);
    expect((await post({ body: lastOfBody(70_000), headers: { token: "right" } })).status).toBe(200);
  });

  it("decompresses nothing without a valid token, and says where to put the token", async () => {
    const packed = gzipSync(JSON.stringify({ token: "right", events: note("packed") }));
    const headers = { "content-encoding": "gzip" };
    const refused = await post({ body: packed, headers });
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining("Compressed bodies")]);
    const answer = await post({ body: packed, headers: { ...headers, token: "right" } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.objectContaining({ accepted: 1 })]);
    const unpackedOnTheWay = JSON.stringify({ token: "right", events: note("unpacked") });
    expect((await post({ body: unpackedOnTheWay, headers })).status).toBe(200);
    const bomb = gzipSync("[".repeat(3_000_000));
    expect((await post({ body: bomb, headers: { ...headers, token: "right" } })).status).toBe(413);
  });

  it("keeps a malformed body with a valid token, and reports the position of the error", async () => {
    const answer = await post({ body: '{"token":"right","events":[{"a":}]}' });
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([400, expect.stringContaining("column 33")]);
  });

  it("rejects what is too large, once the token is known", async () => {
    const tooLarge = `{"token":"right","x":"${padding(1_100_000)}"}`;
    expect((await post({ body: tooLarge })).status).toBe(413);
    expect((await post({ body: Readable.from(pieces(tooLarge)) })).status).toBe(413);
    expect((await post({ body: `{"x":"${padding(1_100_000)}"}` })).status).toBe(401);
  });

  it("reads no more than necessary of an endless body without a valid token", async () => {
    for (const body of [endless("{"), endless("[")]) {
      expect((await post({ body })).status).toBe(401);
      body.destroy();
    }
  });

  it("does not store erased events, and counts them in its reply", async () => {
    const body = JSON.stringify({ token: "right", events: note("said by somebody") });
    expect(JSON.parse((await post({ body })).text)).toEqual(reply({ accepted: 1 }));
    await eraseEverything(store());
    expect(JSON.parse((await post({ body })).text)).toEqual(reply({ erased: 1 }));
    const mixed = JSON.stringify({ token: "right", events: [...note("said by somebody"), ...note("new")] });
    expect(JSON.parse((await post({ body: mixed })).text)).toEqual(reply({ accepted: 1, erased: 1 }));
    const kept = await store().reader.deliveryBody.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(Buffer.from(kept.bytes).toString()).toBe(JSON.stringify({ token: "*****", events: note("new") }));
    expect(await store().reader.event.count()).toBe(1);
  });

  it("describes itself for GET, and accepts POST only", async () => {
    expect(await post({ method: "GET" })).toMatchObject({ status: 200, text: expect.stringContaining("webhook") });
    const refused = await post({ method: "PUT" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  });
}

function reply(counts: { accepted?: number; erased?: number }) {
  return { token: "right", accepted: 0, duplicates: 0, quarantined: 0, ...counts };
}

function placeOf({ tokenPlace }: { tokenPlace: string | null }): string | null {
  return toWholeText(tokenPlace);
}

function* pieces(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; at += 10_000) yield Buffer.from(text.slice(at, at + 10_000));
}

function endless(character: string): Readable {
  return new Readable({
    read() {
      this.push(Buffer.alloc(10_000, character));
    },
  });
}

async function answerOf(answer: Response | Promise<Response>): Promise<Answer> {
  const response = await answer;
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function send(port: number, { query = "", ...call }: Call): Promise<Answer> {
  return sendTo(port, `/api/webhook${query}`, call);
}

function sendTo(port: number, path: string, { method = "POST", headers = {}, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, method, headers, path });
    request.once("response", async (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      await once(response, "end").catch(() => {});
      const own = new Headers();
      for (const [name, value] of Object.entries(response.headers)) own.set(name, String(value));
      resolve({ status: response.statusCode ?? 0, headers: own, text: Buffer.concat(chunks).toString() });
      request.destroy();
    });
    request.once("error", reject);
    if (body instanceof Readable) body.pipe(request);
    else request.end(body);
  });
}
