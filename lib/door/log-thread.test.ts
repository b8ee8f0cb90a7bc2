import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { toWholeText } from "@/lib/store/log/delivery-texts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { lockDatabase } from "@/lib/testing/disturb-database";
import { useLogThread } from "@/lib/testing/processes/start-log-thread";
import { now } from "@/lib/time/instant";
import { monotonicMs } from "@/lib/time/monotonic";
import { LogThread } from "./log-thread";

const startWorker = useLogThread();
const note = (text: string) =>
  JSON.stringify({ events: [eventOf("note", { note: text }, "2024-01-01 00:00:00")], token: "right" });

describeEachDatabase("the log thread", (_, createDatabase) => {
  it("replies after the commit, in one queue with the server's other writes", async () => {
    const { database, thread, commits } = await startThread(await createDatabase());
    const store = openStore(database);
    const bodies = ["{", note("a"), note("b"), note("a"), '{"token":"right"}'];
    const replies = await Promise.all(bodies.map((body) => thread.answer(callOf(body))));
    expect(
      replies.map(({ status, stored }) => [status, stored?.verdict, stored?.accepted, stored?.duplicates]),
    ).toEqual([
      [400, "quarantined", 0, 0],
      [200, "accepted", 1, 0],
      [200, "accepted", 1, 0],
      [200, "accepted", 0, 1],
      [200, "test", 0, 0],
    ]);
    expect(commits()).toBeGreaterThan(0);
    const kept = await store.reader.delivery.findMany({
      select: { verdict: true, tokenPlace: true },
      orderBy: { id: "asc" },
    });
    expect(kept.map(({ verdict, tokenPlace }) => `${verdict} ${toWholeText(tokenPlace)}`)).toContain(
      "quarantined header token",
    );

    // Both sides write at once: each waits for its turn, none fails.
    const ours = Array.from({ length: 5 }, (_, place) => append(store, [deliveryOf(note(`ours ${place}`))]));
    const theirs = Array.from({ length: 60 }, (_, place) => thread.answer(callOf(note(`theirs ${place}`))));
    expect((await Promise.all(theirs)).every(({ status }) => status === 200)).toBe(true);
    expect((await Promise.all(ours)).flat().every(({ accepted }) => accepted === 1)).toBe(true);
    expect(await store.reader.event.count()).toBe(2 + 5 + 60);
    await store.close();
  });

  it("keeps a body that cannot be decompressed, and parses one that did not need decompression", async () => {
    const { thread } = await startThread(await createDatabase());
    const packed = await thread.answer(callOf("\u001f\u008b", "The body is not gzip"));
    expect([packed.status, packed.stored?.verdict]).toEqual([400, "quarantined"]);
    expect(JSON.parse(packed.body)).toEqual({ error: "The body is not gzip", delivery: "1" });
    expect(await thread.answer(callOf(note("a"), "The body is not gzip"))).toMatchObject({ status: 200 });
  });

  it("replies busy while the database is locked, and continues when it is free", async () => {
    const { database, thread } = await startThread(await createDatabase());
    const release = await lockDatabase(database);
    const startedAt = performance.now();
    expect(await thread.answer(callOf(note("a")))).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
    expect(performance.now() - startedAt).toBeLessThan(3000);
    await release();
    expect(await thread.answer(callOf(note("b")))).toMatchObject({ status: 200 });
  });

  it("retries calls after a crash, and finds duplicates of what it had committed", async () => {
    const { database, thread, kill } = await startThread(await createDatabase());
    expect(await thread.answer(callOf(note("before")))).toMatchObject({ status: 200 });
    const release = await lockDatabase(database);
    const caught = Promise.all(["before", "a", "b"].map((text) => thread.answer(callOf(note(text), null, 30_000))));
    await kill();
    await release();
    expect((await caught).map(({ status, stored }) => [status, stored?.accepted])).toEqual([
      [200, 0],
      [200, 1],
      [200, 1],
    ]);
  });

  it("skips a call whose deadline has passed", async () => {
    const { database, thread } = await startThread(await createDatabase());
    const release = await lockDatabase(database);
    // It waits for the database, and the late ones wait for it.
    const first = thread.answer(callOf(note("first"), null, 30_000));
    while (thread.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const late = await Promise.all(["a", "b"].map((text) => thread.answer(callOf(note(text), null, 50))));
    expect(late.map(({ status }) => status)).toEqual([503, 503]);
    await release();
    expect(await first).toMatchObject({ status: 200 });
    expect(await thread.answer(callOf(note("c")))).toMatchObject({ status: 200 });
    while (thread.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const store = openStore(database);
    expect(await store.reader.event.count()).toBe(2);
    await store.close();
  });

  it("has the accepted tokens, including those added to the database meanwhile", async () => {
    const { database, thread } = await startThread(await createDatabase());
    expect(thread.tokens).toEqual(["right"]);
    const store = openStore(database);
    await store.records.webhookToken.create({ data: { id: "x", name: "x", token: "another", createdAt: now() } });
    await store.close();
    thread.forgetTokens();
    while (thread.tokens?.length !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(thread.tokens).toEqual(["right", "another"]);
  });

  it("probes by writing: it is not ready while another process has the database locked", async () => {
    const { database, thread } = await startThread(await createDatabase());
    expect(await thread.probe()).toEqual({ ok: true });
    const release = await lockDatabase(database);
    const probed = thread.probe();
    await new Promise((resolve) => setTimeout(resolve, 6500));
    await release();
    expect(await probed).toMatchObject({ ok: false, reason: "Another process has locked the database" });
    expect(await thread.probe()).toEqual({ ok: true });
  });
});

it("reports that it cannot start", async () => {
  const database = { dialect: "sqlite", path: "/dev/null/nowhere/playhead.db" } as const;
  await expect(startThread(database)).rejects.toThrow();
});

/** A thread as the server starts it; `kill` ends it from within, like a crash. */
async function startThread(database: Database) {
  const folder = mkdtempSync(join(tmpdir(), "playhead-thread-"));
  const dagger = join(folder, "dagger");
  const die = `import { existsSync, rmSync } from "node:fs";
    const path = ${JSON.stringify(dagger)};
    setInterval(() => { if (existsSync(path)) { rmSync(path); process.exit(7); } }, 5).unref();`;
  const preloaded = `data:text/javascript,${encodeURIComponent(die)}`;
  let count = 0;
  const thread = new LogThread({
    onCommit: () => count++,
    onFailedCommit: () => {},
    onProjected: () => {},
    start: () => startWorker(database, ["--import", preloaded]),
  });
  onTestFinished(async () => {
    await thread.end();
    rmSync(folder, { recursive: true, force: true });
  });
  await thread.start();
  const kill = async () => {
    writeFileSync(dagger, "");
    while (existsSync(dagger)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { database, thread, kill, commits: () => count };
}

function callOf(body: string, notUnpacked: string | null = null, patienceMs = 2700) {
  const token = { token: "right", place: "header token" };
  const deadline = monotonicMs() + patienceMs;
  return {
    receivedAt: now(),
    deadline,
    contentType: "application/json",
    headers: {},
    token,
    body: Buffer.from(body),
    notUnpacked,
  };
}
