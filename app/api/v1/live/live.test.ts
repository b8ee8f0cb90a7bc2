import { beforeAll, expect, it, vi } from "vitest";
import { type Changes, changes } from "@/lib/api/schemas/changes";
import { hashToken } from "@/lib/auth/viewer-of-token";
import { announceProjected } from "@/lib/ingest/changes";
import { changeFeed } from "@/lib/queries/live/change-feed";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { eventually } from "@/lib/testing/eventually";
import { manyConversations } from "@/lib/testing/many-conversations";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const token = "token-for-the-tests-of-the-stream";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

describeEachDatabase("the live stream", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  const bodies = manyConversations(60);

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, ...bodies.slice(0, 5));
  });

  it("starts with the current cursor and continues with changes", async () => {
    const stream = await open();
    const first = await stream.next();
    expect(first).toMatchObject({ conversationKeys: [], events: 0 });
    await deliver(store, bodies[5]);
    announceProjected();
    const second = await stream.next();
    expect(second.conversationKeys).toHaveLength(1);
    expect(Number(second.cursor) - Number(first.cursor)).toBe(second.events);
    stream.close();
  });

  it("includes commits of another process", async () => {
    const stream = await open();
    await stream.next();
    await deliver(store, bodies[6]);
    expect((await stream.next()).conversationKeys).toHaveLength(1);
    stream.close();
  });

  it("resumes after a disconnect without gaps or duplicates", async () => {
    const start = await open();
    let { cursor } = await start.next();
    start.close();

    const writing = (async () => {
      for (const body of bodies.slice(7)) {
        await deliver(store, body);
        announceProjected();
      }
    })();
    const told: Changes[] = [];
    const from = Number(cursor);
    let isWriting = true;
    void writing.then(() => {
      isWriting = false;
    });
    for (let round = 0; isWriting || round < 3; round++) {
      // Alternates between header and parameter: browsers send the former, a page that resumes the latter.
      const stream = await open(cursor, round % 2 === 0);
      for (let count = 0; count <= round % 3; count++) {
        const change = await Promise.race([stream.next(), pause(1500)]);
        if (change === undefined) break;
        told.push(change);
        cursor = change.cursor;
      }
      stream.close();
    }
    await writing;
    // What was stored after the last read.
    const last = await open(cursor);
    told.push(await last.next());
    last.close();

    const events = await store.reader.event.findMany({ where: { id: { gt: from } } });
    expect(told.reduce((sum, change) => sum + change.events, 0)).toBe(events.length);
    const keys = new Set(told.flatMap(({ conversationKeys }) => conversationKeys));
    expect(keys.size).toBe(new Set(events.map(({ conversationId }) => conversationId)).size);
    const cursors = told.map((change) => BigInt(change.cursor));
    expect(cursors.every((one, place) => place === 0 || one >= (cursors[place - 1] ?? 0n))).toBe(true);
  });

  it("reports more than five hundred conversations that change at once", async () => {
    const stream = await open();
    await stream.next();
    const keys = Array.from({ length: 1201 }, (_, place) => `at-once-${place}`);
    const events = keys.map((key) => eventOf("note", { note: key }, "2024-01-01 10:00:00.000001", key));
    await deliver(store, { events });
    announceProjected();
    const told: string[] = [];
    let count = 0;
    while (count < keys.length) {
      const change = await stream.next();
      told.push(...change.conversationKeys);
      count += change.events;
    }
    expect(told.toSorted()).toEqual(keys.toSorted());
    stream.close();
  });

  it("ends when its API token is revoked", async () => {
    const row = { id: "t", name: "t", hint: "t", createdAt: 0n, hash: hashToken("a-token") };
    await store.records.apiToken.create({ data: row });
    const headers = { authorization: "Bearer a-token" };
    const { body } = await GET(new Request("http://localhost:3000/api/v1/live", { headers }));
    const reader = body?.getReader();
    await reader?.read();
    await store.records.apiToken.update({ where: { id: "t" }, data: { revokedAt: 1n } });
    const startedAt = performance.now();
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      expect(performance.now() - startedAt).toBeLessThan(10_000);
    }
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it("rejects an invalid cursor", async () => {
    expect((await GET(request("x", true))).status).toBe(400);
    expect((await GET(request("x", false))).status).toBe(400);
  });

  it("releases the streams of disconnected clients", async () => {
    const feed = changeFeed(store);
    for (let round = 0; round < 4; round++) {
      const streams = await Promise.all(Array.from({ length: 6 }, () => GET(request(null, false))));
      expect(streams.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect((await GET(request(null, false))).status).toBe(429);
      await Promise.all(streams.map(({ body }, place) => (place % 2 === 0 ? body?.cancel() : readOnce(body))));
    }
    await eventually(() => expect(feed).toMatchObject({ listenerCount: 0, isLooking: false }));
  });
});

function request(after: string | null, asHeader: boolean, signal?: AbortSignal): Request {
  const url = `http://localhost:3000/api/v1/live${after !== null && !asHeader ? `?after=${after}` : ""}`;
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (after !== null && asHeader) headers["last-event-id"] = after;
  return new Request(url, { headers, signal: signal ?? null });
}

/** Reads a stream like a browser: the data of each `change`. */
async function open(after: string | null = null, asHeader = false) {
  const ended = new AbortController();
  const response = await GET(request(after, asHeader, ended.signal));
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<Changes> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const piece = await reader?.read();
        if (piece === undefined || piece.done) throw new Error("The stream has ended.");
        text += piece.value;
        continue;
      }
      const frame = text.slice(0, end);
      text = text.slice(end + 2);
      const [, id, data] = /^id: (\d+)\nevent: change\ndata: (.*)$/.exec(frame) ?? [];
      if (data === undefined) continue;
      const change = changes.parse(JSON.parse(data));
      expect(change.cursor).toBe(id);
      return change;
    }
  };
  const close = () => {
    ended.abort();
    // A server cancels the body when its client disconnects; the request's own signal may be garbage-collected before it is
    // aborted.
    void reader?.cancel();
  };
  return { next, close };
}

/** A client that reads once and disconnects. */
async function readOnce(body: ReadableStream<Uint8Array> | null): Promise<void> {
  const reader = body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
