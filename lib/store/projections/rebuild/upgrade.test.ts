import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { noFilters } from "@/lib/filters/conversation-filters";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { countConversations } from "@/lib/store/lists/list-counts";
import { projections } from "@/lib/store/projections/projections";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { stateOf } from "@/lib/testing/state-of";
import { fullAccess } from "@/lib/testing/viewer";
import { migrate } from "@/prisma/migrate";
import { migrationNames } from "@/prisma/migration-files";
import { rebuildInBackground } from "./rebuild-in-background";
import { rebuildProgress } from "./rebuild-progress";
import { beginRebuild, readRun } from "./rebuild-run";
import { Rebuilder } from "./rebuilder";

const bodies = [
  ...manyConversations(60),
  // Two conversations have events whose time is ahead of their arrival; one gets more events during the upgrade.
  ...[5, 50].map((number) => ({ events: [eventOf("note", { note: "ahead" }, "2099-01-01 00:00:00", keyOf(number))] })),
];
const later = Array.from({ length: 40 }, (_, number) => ({
  events: [eventOf("note", { note: `note ${number}` }, "2025-01-01 00:00:00", keyOf(number))],
}));

describeEachDatabase("an upgrade", (openFreshStore, createDatabase, dialect) => {
  it("from the oldest schema ends in the state of a fresh ingest, also when killed while events arrive", async () => {
    const now = await openFreshStore();
    await deliver(now, ...bodies);
    const database = await emptied(await createDatabase());
    await migrate(database, migrationNames(dialect)[1]);
    const old = openStore(database);
    await copyInto(old, now);
    await old.close();
    await migrate(database);

    const store = openStore(database);
    expect(await countConversations(store, fullAccess, { ...noFilters, q: ["refund"] })).toBe(0);
    const positions: string[] = [];
    for (const body of later.slice(0, 3)) {
      await killedOnTheWay(database, store);
      await deliver(store, body);
      positions.push(await positionOf(store));
    }
    await Promise.all([
      rebuildInBackground(store),
      rebuildInBackground(openStore(database)),
      deliver(store, ...later.slice(3)),
    ]);
    expect(await rebuildProgress(store)).toEqual([]);
    expect(new Set(positions).size).toBe(3);

    await deliver(now, ...later);
    expect(timeless(await stateOf(store))).toEqual(timeless(await stateOf(now)));
    expect(await unfamiliarOf(store)).toEqual(await unfamiliarOf(now));
    for (const q of ["refund", "istanbul", "note 7"]) {
      const filters = { ...noFilters, q: [q] };
      expect(await countConversations(store, fullAccess, filters)).toBe(
        await countConversations(now, fullAccess, filters),
      );
    }
    await store.close();
  }, 180_000);

  it("rebuilds only projections whose version increased, and an earlier version of the program ignores the run", async () => {
    const store = await openFreshStore();
    await deliver(store, ...bodies.slice(0, 5));
    await rebuildInBackground(store);
    expect(await beginRebuild(store)).toEqual([]);
    const before = await stateOf(store);

    await store.records.projection.update({ where: { name: "listings" }, data: { version: 0 } });
    await store.records.conversationVariable.deleteMany();
    await store.records.conversation.updateMany({ data: { title: "of a later version" } });
    await rebuildInBackground(store);
    expect((await stateOf(store)).variables).toEqual(before.variables);
    expect(await store.reader.conversation.count({ where: { title: "of a later version" } })).toBe(5);

    await store.records.projection.updateMany({ data: { version: 1000 } });
    expect(await beginRebuild(store)).toEqual([]);
    const targets = JSON.stringify({ search: 1000 });
    await store.records.rebuild.create({
      data: { id: 1, targets, pass: "events", position: "3", appliedUpTo: 3n, report: "{}" },
    });
    await rebuildInBackground(store);
    expect(await new Rebuilder(store).step()).toMatchObject({ kind: "elsewhere" });
    expect(await readRun(store.reader)).toMatchObject({ position: "3" });
  });

  it("reports its progress", async () => {
    const store = await openFreshStore();
    await deliver(store, ...bodies.slice(0, 20));
    expect(await rebuildProgress(store)).toEqual([]);
    await beginRebuild(store);
    const rebuilder = new Rebuilder(store);
    const shares: number[] = [];
    for (let steps = 0; steps < 100; steps += 1) {
      const progress = await rebuildProgress(store);
      if (progress.length === 0) break;
      expect(progress.map(({ projection }) => projection)).toEqual(projections.map(({ name }) => name));
      shares.push((progress[0]?.done ?? 0) / (progress[0]?.total ?? 0));
      await rebuilder.step();
    }
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("skips what the database refuses, and rebuilds the rest", async () => {
    const store = await openFreshStore();
    await deliver(store, ...bodies.slice(0, 8));
    const expected = await stateOf(store);
    const { key } = await store.reader.conversation.findFirstOrThrow({ where: { id: 4n } });
    await store.records.conversation.updateMany({ data: { title: "old" } });
    await store.writer.$executeRawUnsafe(
      dialect === "sqlite"
        ? `CREATE TRIGGER "refuse" BEFORE UPDATE ON "Conversation" WHEN new."id" = 4 BEGIN SELECT RAISE(ABORT, 'refused'); END`
        : `ALTER TABLE "Conversation" ADD CONSTRAINT "refuse" CHECK ("id" <> 4 OR "title" = 'old')`,
    );
    await rebuildInBackground(store);
    expect(await rebuildProgress(store)).toEqual([]);
    const rows = await store.reader.conversation.findMany({
      select: { key: true, title: true },
      orderBy: { key: "asc" },
    });
    const titles = expected.conversations.map((row) => ({ key: row.key, title: row.key === key ? "old" : row.title }));
    expect(rows).toEqual(titles);
  });
});

function keyOf(number: number): string {
  return `${number.toString(16).padStart(32, "0")}1704067200`;
}

/** Kills a rebuilding process as soon as it has made progress. */
async function killedOnTheWay(database: Database, store: Store): Promise<void> {
  const DATABASE_URL = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const loader = ["--conditions=react-server", "--import", "tsx", "lib/testing/processes/rebuild-process.ts"];
  const env = { ...process.env, DATABASE_URL, AUTH_SECRET: "a secret of tests, long enough" };
  const before = await positionOf(store);
  const child = spawn(process.execPath, loader, { env, stdio: "ignore" });
  const exited = once(child, "exit");
  const hasEnded = () => child.exitCode !== null;
  while (!hasEnded() && ["none", "events 0", before].includes(await positionOf(store))) await delay(1);
  expect(hasEnded()).toBe(false);
  child.kill("SIGKILL");
  await exited;
}

async function positionOf({ reader }: Store): Promise<string> {
  const run = await readRun(reader);
  return run === null ? "none" : `${run.pass} ${run.position}`;
}

async function emptied(database: Database): Promise<Database> {
  if (database.dialect === "sqlite") return { ...database, path: `${database.path}.old` };
  const store = openStore(database);
  await store.writer.$executeRawUnsafe("DROP SCHEMA public CASCADE");
  await store.writer.$executeRawUnsafe("CREATE SCHEMA public");
  await store.close();
  return database;
}

/** The log in the oldest schema, with derived data that an earlier version might have written. */
async function copyInto(old: Store, now: Store): Promise<void> {
  const { reader } = now;
  const bytesOf = new Map((await reader.deliveryBody.findMany()).map(({ id, bytes }) => [id, bytes]));
  const wholeHash = (half: Uint8Array) => Buffer.concat([half, half]);
  const deliveries = (await reader.delivery.findMany()).map((row) => ({ ...row, body: bytesOf.get(row.id) }));
  const events = (await reader.event.findMany()).map((row) => ({ ...row, hash: wholeHash(row.hash) }));
  const clock = await reader.writerClock.findFirstOrThrow();
  await insert(old, "Delivery", deliveries);
  await insert(
    old,
    "Event",
    events.map((row) => ({ ...row, recognised: false, messageType: null, searchText: "of an earlier version" })),
  );
  await insert(
    old,
    "Conversation",
    (await reader.conversation.findMany()).map((row) => ({
      ...row,
      title: "Of an earlier version",
      createdAt: row.createdSentAt ?? row.createdAt,
      lastEventAt: row.lastSentAt ?? row.lastEventAt,
      status: "unknown",
      searchText: "of an earlier version",
      visitorKey: `old ${row.id}`,
      snapshot: '{"format":0}',
    })),
  );
  await insert(old, "Visitor", [{ key: "old 1", accountKey: "old", name: "Nobody", firstSeenAt: 0n, lastSeenAt: 0n }]);
  await insert(old, "Label", [{ accountKey: "old", labelId: "1", name: "stale", namedAt: 9n ** 15n, namedBy: 1n }]);
  await old.writer.$executeRaw`
    UPDATE "WriterClock" SET "deliveryId" = ${clock.deliveryId}, "eventId" = ${clock.eventId},
      "conversationId" = ${clock.conversationId}, "quarantinedId" = ${clock.quarantinedId}`;
}

/** Without the columns that the table does not have yet. */
async function insert(old: Store, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = await columnsOf(old, table);
  for (const row of rows) {
    const cells = Object.entries(row).filter(([name, value]) => columns.has(name) && value != null);
    const names = cells.map(([name]) => `"${name}"`).join(", ");
    const places = cells.map((_, place) => (old.dialect === "sqlite" ? "?" : `$${place + 1}`)).join(", ");
    const values = cells.map(([, value]) => value);
    await old.writer.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${places})`, ...values);
  }
}

async function columnsOf({ reader, dialect }: Store, table: string): Promise<Set<string>> {
  const rows =
    dialect === "sqlite"
      ? await reader.$queryRaw<{ name: string }[]>`SELECT "name" FROM pragma_table_info(${table})`
      : await reader.$queryRaw<{ name: string }[]>`
          SELECT column_name::text AS "name" FROM information_schema.columns WHERE table_name = ${table}`;
  return new Set(rows.map(({ name }) => name));
}

async function unfamiliarOf({ reader }: Store) {
  const rows = await reader.unfamiliar.findMany({ orderBy: [{ kind: "asc" }, { path: "asc" }, { type: "asc" }] });
  return rows.map(({ kind, type, messageType, path, eventCount }) => ({ kind, type, messageType, path, eventCount }));
}

function timeless({ events, ...state }: Awaited<ReturnType<typeof stateOf>>) {
  const sorted = events.toSorted((a, b) => (`${a.key} ${a.place}` < `${b.key} ${b.place}` ? -1 : 1));
  return { ...state, events: sorted.map(({ receivedAt: _, ...event }) => event) };
}
