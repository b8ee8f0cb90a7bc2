import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { migrate } from "@/prisma/migrate";
import { openStore } from "./open-store";
import type { ReaderOptions } from "./sqlite-readers";
import type { Queries } from "./statements";

const folder = mkdtempSync(join(tmpdir(), "playhead-readers-"));
const template = join(folder, "template.db");
beforeAll(() => migrate({ dialect: "sqlite", path: template }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Takes about a second for three million. */
const counting = (reader: Queries, rows: number) => reader.$queryRaw<{ count: bigint }[]>`
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT count(*) AS "count" FROM n`;

let count = 0;
async function open(options: ReaderOptions = {}) {
  const path = join(folder, `${count++}.db`);
  copyFileSync(template, path);
  const workers: Worker[] = [];
  const ready: Promise<unknown>[] = [];
  const start = () => {
    const execArgv = ["--conditions=react-server", "--import", "tsx"];
    const worker = new Worker(new URL("./run-sqlite-reader.ts", import.meta.url), { execArgv });
    workers.push(worker);
    ready.push(once(worker, "message"));
    return worker;
  };
  const store = openStore({ dialect: "sqlite", path }, { start, ...options });
  onTestFinished(() => store.close());
  return { store, reader: store.reader, workers, ready };
}

it("reads committed data, as the process itself would", async () => {
  const { store, reader, workers } = await open();
  await deliver(store, { events: [eventOf("note", { note: "Größe 7" }, "2024-01-01 00:00:00.000001")] });
  const event = await reader.event.findFirstOrThrow();
  expect(event).toMatchObject({ id: 1n, type: "note", searchText: "grosse 7", recognised: true });
  expect(event.hash).toBeInstanceOf(Uint8Array);
  expect(event.hash).toHaveLength(16);
  const body = await reader.deliveryBody.findFirstOrThrow();
  expect(Buffer.from(body.bytes).toString()).toContain("Größe 7");
  expect(await reader.$queryRaw`SELECT "id", "occurredAt", ${"x"} AS "text" FROM "Event"`).toEqual([
    { id: 1n, occurredAt: event.occurredAt, text: "x" },
  ]);
  await store.records.setting.create({ data: { name: "one", value: "two" } });
  expect(await reader.setting.findUnique({ where: { name: "one" } })).toEqual({ name: "one", value: "two" });
  expect(workers.length).toBeGreaterThan(0);
});

it("reports the driver's error for an invalid query", async () => {
  const { reader } = await open();
  await expect(reader.$queryRaw`SELECT 1 FROM nowhere`).rejects.toThrow(/nowhere/);
  expect(await reader.event.count()).toBe(0);
});

it("keeps the event loop free, and leaves other queries a thread", async () => {
  const { reader, workers, ready } = await open();
  await Promise.all([reader.event.count(), reader.event.count()]);
  await Promise.all(ready);
  // Prisma queries start when they are awaited.
  const slow = counting(reader, 4_000_000).then(([row]) => Number(row?.count));
  await delay(50);
  let turns = 0;
  const ticking = setInterval(() => turns++, 5);
  expect(await reader.event.count()).toBe(0);
  const isSlowDone = await Promise.race([slow.then(() => true), delay(0, false)]);
  expect(isSlowDone).toBe(false);
  expect(await slow).toBe(4_000_000);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(3);
  expect(workers).toHaveLength(2);
});

it("ends a query that takes too long, and continues", async () => {
  const { reader, workers } = await open({ most: 1, patienceMs: 500 });
  await reader.event.count();
  const slow = counting(reader, 6_000_000).catch((error: unknown) => error);
  await delay(50);
  const waiting = reader.event.count().then((events) => events);
  expect(await slow).toMatchObject({ code: "query_too_slow" });
  expect(await waiting).toBe(0);
  expect(workers).toHaveLength(2);
});

it("fails the query of a thread that dies, and starts another", async () => {
  const { reader, workers } = await open({ most: 1 });
  await reader.event.count();
  const slow = counting(reader, 6_000_000);
  const failure = slow.catch((error: unknown) => error);
  await delay(50);
  await workers[0]?.terminate();
  expect(await failure).toMatchObject({ code: "database_busy" });
  expect(await reader.event.count()).toBe(0);
});

it("refuses writes, with or without a thread", async () => {
  const start = () => new Worker("process.exit(3)", { eval: true });
  for (const options of [{}, { start }]) {
    const { reader } = await open(options);
    const writing = reader.$queryRaw`INSERT INTO "Setting" ("name", "value") VALUES ('one', 'two') RETURNING "name"`;
    await expect(writing).rejects.toThrow(/readonly/);
    expect(await reader.setting.count()).toBe(0);
  }
});

it("falls back to reading in the process when no thread starts", async () => {
  const start = () => new Worker("process.exit(3)", { eval: true });
  const { reader } = await open({ start });
  expect(await reader.event.count()).toBe(0);
});
