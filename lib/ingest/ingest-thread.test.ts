import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { append } from "@/lib/store/append";
import { toWholeText } from "@/lib/store/delivery-texts";
import { openStore } from "@/lib/store/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { lockDatabase } from "@/lib/testing/disturb-database";
import { now } from "@/lib/time/instant";
import { IngestThread } from "./ingest-thread";

const note = (text: string) =>
  JSON.stringify({ events: [eventOf("note", { note: text }, "2024-01-01 00:00:00")], token: "right" });

describeEachDatabase("the ingest thread", (_, createDatabase) => {
  it("answers after the commit, as one process with the server's other writes", async () => {
    const { database, thread, commits } = await startThread(await createDatabase());
    const store = openStore(database);
    const bodies = [
      "{",
      note("a"),
      note("b"),
      note("a"),
      '{"token":"right"}',
      `${note("c")}`.replace("right", "wrong"),
    ];
    const replies = await Promise.all(bodies.map((body) => thread.answer(callOf(body, body === "{" ? "right" : null))));
    expect(
      replies.map(({ status, stored }) => [status, stored?.verdict, stored?.accepted, stored?.duplicates]),
    ).toEqual([
      [400, "quarantined", 0, 0],
      [200, "accepted", 1, 0],
      [200, "accepted", 1, 0],
      [200, "accepted", 0, 1],
      [200, "test", 0, 0],
      [401, undefined, undefined, undefined],
    ]);
    expect(commits()).toBeGreaterThan(0);
    const kept = await store.reader.delivery.findMany({
      select: { verdict: true, tokenPlace: true },
      orderBy: { id: "asc" },
    });
    expect(kept.map(({ verdict, tokenPlace }) => `${verdict} ${toWholeText(tokenPlace)}`)).toContain(
      "quarantined header token",
    );

    // Both sides write at once: each waits for its turn, none is refused.
    const ours = Array.from({ length: 20 }, (_, place) => append(store, [deliveryOf(note(`ours ${place}`))]));
    const theirs = Array.from({ length: 60 }, (_, place) => thread.answer(callOf(note(`theirs ${place}`))));
    expect((await Promise.all(theirs)).every(({ status }) => status === 200)).toBe(true);
    expect((await Promise.all(ours)).flat().every(({ accepted }) => accepted === 1)).toBe(true);
    expect(await store.reader.event.count()).toBe(2 + 20 + 60);
    await store.close();
  });

  it("keeps a body that did not unpack, and reads one that needed no unpacking", async () => {
    const { thread } = await startThread(await createDatabase());
    const packed = await thread.answer(callOf("\u001f\u008b", "right", "The body is not gzip"));
    expect([packed.status, packed.stored?.verdict]).toEqual([400, "quarantined"]);
    expect(JSON.parse(packed.body)).toEqual({ error: "The body is not gzip", delivery: "1" });
    expect(await thread.answer(callOf(note("a"), null, "The body is not gzip"))).toMatchObject({ status: 200 });
  });

  it("says that it is busy while the database is locked, and goes on when it is free", async () => {
    const { database, thread } = await startThread(await createDatabase());
    const release = await lockDatabase(database);
    const startedAt = performance.now();
    expect(await thread.answer(callOf(note("a")))).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
    expect(performance.now() - startedAt).toBeLessThan(3000);
    await release();
    expect(await thread.answer(callOf(note("b")))).toMatchObject({ status: 200 });
  });

  it("answers with 503 what it dies over, starts again by itself, and finds repeats of what it had committed", async () => {
    const { database, thread, kill } = await startThread(await createDatabase());
    expect(await thread.answer(callOf(note("before")))).toMatchObject({ status: 200 });
    const release = await lockDatabase(database);
    const caught = Promise.all([thread.answer(callOf(note("a"))), thread.answer(callOf(note("b")))]);
    await kill();
    expect((await caught).map(({ status }) => status)).toEqual([503, 503]);
    await release();
    const again = await Promise.all(["before", "a", "b"].map((text) => untilStored(thread, note(text))));
    expect(again.map(({ stored }) => stored?.accepted)).toEqual([0, 1, 1]);
  });
});

it("cannot be used where it does not start", async () => {
  const database = { dialect: "sqlite", path: "/nowhere/that/can/be/made.db" } as const;
  const { thread } = await startThread(database, ["--import", "data:text/javascript,process.exit(3)"]);
  expect(thread.isUsable).toBe(false);
});

/** As the server starts it; `kill` ends it from within, as a crash would. */
async function startThread(database: Database, execArgv: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "playhead-thread-"));
  const dagger = join(folder, "dagger");
  const die = `import { existsSync, rmSync } from "node:fs";
    const path = ${JSON.stringify(dagger)};
    setInterval(() => { if (existsSync(path)) { rmSync(path); process.exit(7); } }, 5).unref();`;
  const url = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const preloaded = `data:text/javascript,${encodeURIComponent(die)}`;
  const options = {
    execArgv: ["--conditions=react-server", "--import", "tsx", "--import", preloaded, ...execArgv],
    env: { ...process.env, DATABASE_URL: url, AUTH_SECRET: "a secret of tests, long enough to sign with" },
  };
  let count = 0;
  const thread = new IngestThread({
    database,
    secrets: async () => ["right"],
    onCommit: () => count++,
    onFolded: () => {},
    start: () => new Worker(new URL("./run-ingest-thread.ts", import.meta.url), options),
  });
  onTestFinished(async () => {
    await thread.end();
    rmSync(folder, { recursive: true, force: true });
  });
  await thread.started;
  const kill = async () => {
    writeFileSync(dagger, "");
    while (existsSync(dagger)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { database, thread, kill, commits: () => count };
}

function callOf(body: string, token: string | null = null, notUnpacked: string | null = null) {
  const sentTokens = token === null ? [] : [{ token, place: "header token" }];
  return { receivedAt: now(), contentType: "application/json", sentTokens, body: Buffer.from(body), notUnpacked };
}

/** Sends again while it is busy, as a sender would. */
async function untilStored(thread: IngestThread, body: string) {
  for (;;) {
    const reply = await thread.answer(callOf(body));
    if (reply.status !== 503) return reply;
  }
}
