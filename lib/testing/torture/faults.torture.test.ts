import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { chromiumFlags, findChromium } from "@/lib/cli/find-chromium.mjs";
import type { Database } from "@/lib/env/database-url";
import { lockDatabase, restrictDatabase } from "@/lib/testing/disturb-database";
import { createPostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { startPostgres } from "@/lib/testing/postgres/start-postgres";
import { migrate } from "@/prisma/migrate";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { comparable, documentedLine, type FaultRow, lineOf, writeTable } from "./fault-table";
import { isInFull } from "./scale";
import { fillDisk, mountDisk, whyNoDisk } from "./small-disk";
import { untilPages } from "./until-pages";
import { hasBuild, metricsToken, pagesOf, startWebhook, type WebhookProcess } from "./webhook-process";

/** Guaranteed by the product for all of them. */
const seenWithinMs = 10_000;
const recoveredWithinS = 20;
/** They wait a quarter of a second for the database; the rest is a margin for a busy machine. */
const metricsWithinMs = 3000;

const admin = { email: "admin@example.com", password: "correct horse battery staple" };

interface Place {
  database: Database;
  /** The same database for its owner. */
  owned?: Database;
  /** Causes the fault. Returns a function that ends it. */
  begin(server: WebhookProcess): Promise<() => Promise<void>>;
  dispose(): Promise<void>;
}

interface Fault {
  name: string;
  /** Why it cannot be tested here. */
  impossible?: string | null;
  recoversWithinS?: number;
  prepare(): Promise<Place>;
}

const faults: Fault[] = [
  { name: "The disk is full (SQLite)", impossible: whyNoDisk(), prepare: fullDisk },
  { name: "Another program keeps the SQLite file locked", prepare: lockedSqlite },
  { name: "Postgres is stopped", prepare: stoppedPostgres },
  { name: "The right to insert is revoked (Postgres)", prepare: revokedInsert },
  { name: "A transaction keeps the writers' lock (Postgres)", prepare: lockedPostgres },
  // After several crashes, the page server is restarted with a delay of up to ten seconds.
  { name: "The page server dies again and again", prepare: killedPages, recoversWithinS: 60 },
];

describe.runIf(hasBuild)("each fault is reported correctly", () => {
  let browser: Browser;
  const rows: FaultRow[] = [];

  beforeAll(async () => {
    const executablePath = await findChromium();
    browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
  });
  afterAll(async () => {
    await browser.close();
    if (process.env.WRITE_FAULTS)
      writeTable(
        rows,
        faults.map(({ name }) => name),
      );
  });

  // The short form tests one of each database.
  for (const { name, impossible = null, prepare, recoversWithinS = recoveredWithinS } of isInFull
    ? faults
    : faults.slice(1, 3)) {
    it.runIf(impossible === null)(name, { timeout: 180_000 }, async () => {
      const place = await prepare();
      const server = await startWebhook(place.database, { production: true, admin });
      const crowd = new Crowd(() => server.url, { senders: 4 });
      onTestFinished(async () => {
        crowd.abandon();
        await server.kill();
        await place.dispose();
      });
      const row = { fault: name, ...(await observe(server, crowd, place, { browser, recoversWithinS })) };
      rows.push(row);
      if (!process.env.WRITE_FAULTS) expect(comparable(lineOf(row))).toBe(comparable(documentedLine(name) ?? ""));
    });
  }
});

async function observe(
  server: WebhookProcess,
  crowd: Crowd,
  place: Place,
  { browser, recoversWithinS }: { browser: Browser; recoversWithinS: number },
): Promise<Omit<FaultRow, "fault">> {
  await untilPages(server);
  const page = await openInbox(server, browser);
  await crowd.reaches(50);
  const printedBefore = server.output().length;
  const end = await place.begin(server);
  const startedAt = performance.now();
  const [state, bar] = await Promise.all([untilReported(server, printedBefore), barOf(page)]);
  expect(performance.now() - startedAt, "told in time").toBeLessThan(seenWithinMs);
  const pages = await reload(server, page);
  await pause(2000);
  const before = crowd.acknowledged.size;
  const endedAt = performance.now();
  await end();
  await crowd.reaches(before + 20);
  await untilReady(server);
  await page.waitForSelector("[data-not-ready]", { state: "detached", timeout: recoversWithinS * 1000 });
  await untilShown(page);
  expect(performance.now() - endedAt, "recovery").toBeLessThan(recoversWithinS * 1000);
  await crowd.stop();
  await page.context().close();
  await server.kill();
  expect(crowd.surprises).toEqual([]);
  await checkDatabase(place.owned ?? place.database, crowd.acknowledged, true);
  const shown = bar === null ? pages : `bar: “${bar}”; ${pages}`;
  return { ...state, pages: shown, recovery: `by itself, within ${recoversWithinS} s`, lost: "0" };
}

async function openInbox({ url }: WebhookProcess, browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const response = await context.request.post("/api/auth/sign-in/email", { data: admin, headers: { origin: url } });
  expect(response.status()).toBe(200);
  const page = await context.newPage();
  await page.goto("/");
  return page;
}

/** Polls until readiness, metrics and log report the fault, and returns their texts; metrics respond in time meanwhile. */
async function untilReported(
  server: WebhookProcess,
  printedBefore: number,
): Promise<Pick<FaultRow, "ready" | "metrics" | "log">> {
  for (;;) {
    const ready = await fetch(`${server.url}/api/ready`);
    const { reason } = await ready.json();
    const startedAt = performance.now();
    const headers = { authorization: `Bearer ${metricsToken}` };
    const text = await (await fetch(`${server.url}/api/metrics`, { headers })).text();
    expect(performance.now() - startedAt, "metrics").toBeLessThan(metricsWithinMs);
    const isReady = /^playhead_ready (\d)$/m.exec(text)?.[1];
    const printed = server.output().slice(printedBefore);
    const line = /(Not ready, deliveries are refused|The page server ended).*?(?= \w+=|$)/m.exec(printed)?.[0];
    const isTold = ready.status === 503 ? isReady === "0" && line?.includes(reason) === true : line !== undefined;
    if (isTold) {
      const status = ready.status === 503 ? `503: “${reason}”` : "200";
      return { ready: status, metrics: `\`playhead_ready ${isReady}\``, log: `\`${line}\`` };
    }
    await pause(100);
  }
}

/** The text of the status bar; null if none appears. */
async function barOf(page: Page): Promise<string | null> {
  const bar = page.locator("[data-not-ready] strong");
  await bar.waitFor({ timeout: 8000 }).catch(() => {});
  return (await bar.count()) === 0 ? null : ((await bar.textContent()) ?? "");
}

/** The text of a page opened during the fault. */
async function reload({ url }: WebhookProcess, page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const response = await fetch(url, { headers: { cookie } });
  const text = await response.text();
  if (response.status === 200) return "they are shown";
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  const [, title, reason] = /<h1>(.*?)<\/h1><p>(.*?)\./.exec(text) ?? [];
  return `503: “${title}. ${reason}.”`;
}

async function untilShown(page: Page): Promise<void> {
  while (
    (
      await page
        .context()
        .request.get("/")
        .catch(() => null)
    )?.status() !== 200
  )
    await pause(100);
}

async function untilReady({ url }: WebhookProcess): Promise<void> {
  while (!(await fetch(`${url}/api/ready`)).ok) await pause(100);
}

async function fullDisk(): Promise<Place> {
  // Room for the write-ahead log before the fault.
  const disk = mountDisk(64);
  const database = { dialect: "sqlite", path: join(disk.folder, "playhead.db") } as const;
  await migrate(database);
  return {
    database,
    begin: async () => {
      const ballast = join(disk.folder, "ballast");
      fillDisk(ballast, disk.folder, 0);
      return async () => rmSync(ballast);
    },
    dispose: async () => disk.unmount(),
  };
}

async function lockedSqlite(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "playhead-fault-"));
  const database = { dialect: "sqlite", path: join(folder, "playhead.db") } as const;
  await migrate(database);
  return {
    database,
    begin: () => lockDatabase(database),
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function killedPages(): Promise<Place> {
  const { database, dispose } = await lockedSqlite();
  return {
    database,
    begin: async (server) => {
      const killing = setInterval(() => killPages(server), 100);
      return async () => clearInterval(killing);
    },
    dispose,
  };
}

function killPages(server: WebhookProcess): void {
  try {
    process.kill(pagesOf(server), "SIGKILL");
  } catch {
    // Already down.
  }
}

async function stoppedPostgres(): Promise<Place> {
  const postgres = await startPostgres();
  const database = { dialect: "postgresql", url: postgres.url } as const;
  await migrate(database);
  return {
    database,
    begin: async () => {
      await postgres.pause();
      return () => postgres.resume();
    },
    dispose: () => postgres.stop(),
  };
}

async function lockedPostgres(): Promise<Place> {
  const { database, drop } = await migratedPostgres();
  return { database, begin: () => lockDatabase(database), dispose: drop };
}

async function revokedInsert(): Promise<Place> {
  const { database, drop } = await migratedPostgres();
  const restricted = await restrictDatabase(database.url);
  await restricted.setInsert(true);
  return {
    database: restricted.database,
    owned: database,
    begin: async () => {
      await restricted.setInsert(false);
      return () => restricted.setInsert(true);
    },
    dispose: async () => {
      await restricted.drop();
      await drop();
    },
  };
}

async function migratedPostgres() {
  const name = `playhead_fault_${process.pid}_${Date.now()}`;
  const { url, drop } = await createPostgresDatabase(inject("postgresUrl"), name);
  const database = { dialect: "postgresql", url } as const;
  await migrate(database);
  return { database, drop };
}
