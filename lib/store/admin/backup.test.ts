import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { stateOf } from "@/lib/testing/state-of";
import { migrate } from "@/prisma/migrate";
import { backupSqlite } from "./backup-sqlite";
import { restoreSqlite } from "./restore-sqlite";

const folder = mkdtempSync(join(tmpdir(), "playhead-backup-"));
let count = 0;

describe("a backup of SQLite", () => {
  it("is a consistent snapshot of a database under full write load", async () => {
    const path = await createDatabase();
    const store = openStore({ dialect: "sqlite", path });
    for (const body of manyConversations(200)) await deliver(store, body);
    const file = fresh();
    const command = run("backup", path, file);
    let isDone = false;
    void command.then(() => {
      isDone = true;
    });
    const eventsAtStart = await store.reader.event.count();
    let written = 0;
    for (; !isDone; written += 1) {
      const at = new Date(Date.UTC(2024, 0, 1) + written * 1000).toISOString();
      await deliver(store, { events: [eventOf("note", { note: `n${written}` }, at, `busy ${written % 20}`)] });
      // SQLite answers synchronously, so yield to the timer that ends the loop.
      await nextTurn();
    }
    const { code, output } = await command;
    expect(output).toContain("integrity check ok");
    expect(code).toBe(0);

    const copy = openStore({ dialect: "sqlite", path: file });
    const events = await copy.reader.event.count();
    expect(events).toBeGreaterThanOrEqual(eventsAtStart);
    expect(events).toBeLessThanOrEqual(await store.reader.event.count());
    expect(output).toContain(`${events} events`);
    // Events that were not projected when the backup was made are projected from the copy's own log.
    await project(copy);
    const { _sum } = await copy.reader.conversation.aggregate({ _sum: { eventCount: true } });
    expect(_sum.eventCount).toBe(events);
    expect((await copy.reader.writerClock.findFirst())?.eventId).toBe(BigInt(events));
    // The same log, up to the copy's last event.
    const hashes = ({ reader }: Store) =>
      reader.event.findMany({ select: { id: true, hash: true }, orderBy: { id: "asc" }, take: events });
    expect(await hashes(copy)).toEqual(await hashes(store));
    await Promise.all([store.close(), copy.close()]);
  }, 120_000);

  it("never replaces a file, and leaves none on failure", async () => {
    const path = await createDatabase();
    const file = fresh();
    expect(backupSqlite(path, file).ok).toBe(true);
    expect(statSync(file).mode & 0o077).toBe(0);
    const before = readFileSync(file);
    expect(backupSqlite(path, file)).toEqual({ ok: false, reason: `${file} already exists.` });
    expect(readFileSync(file).equals(before)).toBe(true);
    const none = fresh();
    expect(backupSqlite(`${path}.none`, none).ok).toBe(false);
    writeFileSync(`${path}.text`, "no database ".repeat(1000));
    expect(() => backupSqlite(`${path}.text`, none)).toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith(none.slice(folder.length + 1)))).toEqual([]);
  });

  it("uses Postgres's own tools", async () => {
    const url = "postgresql://nobody@127.0.0.1:1/nothing";
    expect(await runOn("backup", url, "x.dump")).toMatchObject({ code: 1, output: expect.stringContaining("pg_dump") });
    expect(await runOn("restore", url, "x.dump")).toMatchObject({
      code: 1,
      output: expect.stringContaining("pg_restore"),
    });
  });
});

describe("a restore of SQLite", () => {
  it("restores the contents, replacing a newer state, which is kept as a file", async () => {
    const path = await createDatabase();
    const before = await within(path, async (store) => {
      for (const body of manyConversations(20)) await deliver(store, body);
      return stateOf(store);
    });
    const file = fresh();
    backupSqlite(path, file);
    const after = await within(path, async (store) => {
      await deliver(store, { events: [eventOf("note", { note: "later" }, "2025-01-01 10:00:00")] });
      return stateOf(store);
    });

    expect(restoreSqlite({ backup: file, target: path, force: false }).ok).toBe(false);
    expect(await within(path, stateOf)).toEqual(after);
    const result = restoreSqlite({ backup: file, target: path, force: true });
    expect(result).toMatchObject({ ok: true, contents: { events: before.events.length, missing: [] } });
    expect(await within(path, stateOf)).toEqual(before);
    const aside = result.ok ? result.aside : null;
    expect(await within(aside ?? "", stateOf)).toEqual(after);
    // It accepts events again.
    expect(await within(path, (store) => deliver(store, manyConversations(21)[20]))).toMatchObject([{ duplicates: 0 }]);
  });

  it("needs no force for an empty or missing database", async () => {
    const source = await createDatabase();
    await within(source, (store) => deliver(store, manyConversations(1)[0]));
    const file = fresh();
    backupSqlite(source, file);
    expect(restoreSqlite({ backup: file, target: await createDatabase(), force: false }).ok).toBe(true);
    const target = join(folder, "not", "there", "yet.db");
    expect(restoreSqlite({ backup: file, target, force: false })).toMatchObject({ ok: true, aside: null });
    expect((await within(target, stateOf)).conversations).toHaveLength(1);
  });

  it("is refused while another process has the database open, even if idle", async () => {
    const path = await createDatabase();
    const file = fresh();
    backupSqlite(path, file);
    const store = openStore({ dialect: "sqlite", path });
    await store.reader.setting.count();
    const { code, output } = await runOn("restore", `file:${path}`, file, "--force");
    expect(output).toContain("in use");
    expect(code).toBe(1);
    await deliver(store, manyConversations(1)[0]);
    await store.close();
    expect(restoreSqlite({ backup: file, target: path, force: true }).ok).toBe(true);
  });

  it("changes nothing when the backup is invalid", async () => {
    const path = await createDatabase();
    await within(path, async (store) => {
      for (const body of manyConversations(30)) await deliver(store, body);
    });
    const before = await within(path, stateOf);
    const file = fresh();
    backupSqlite(path, file);
    const bytes = readFileSync(file);
    const damaged = fresh();
    writeFileSync(damaged, bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 9000));
    const foreign = fresh();
    writeFileSync(foreign, "no database ".repeat(1000));
    const later = fresh();
    copyFileSync(file, later);
    await within(later, async ({ writer }) => {
      await writer.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = '29990101000000_later' WHERE "migration_name" LIKE '%search'`;
    });
    for (const backup of [damaged, foreign, later, fresh()]) {
      expect(restoreSqlite({ backup, target: path, force: true }).ok).toBe(false);
    }
    expect(await within(path, stateOf)).toEqual(before);
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });
});

async function createDatabase(): Promise<string> {
  const path = fresh();
  await migrate({ dialect: "sqlite", path });
  return path;
}

function fresh(): string {
  count += 1;
  return join(folder, `${count}.db`);
}

async function within<Result>(path: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openStore({ dialect: "sqlite", path });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function run(command: string, path: string, ...args: string[]) {
  return runOn(command, `file:${path}`, ...args);
}

async function runOn(command: string, databaseUrl: string, ...args: string[]) {
  const loader = ["--conditions=react-server", "--import", "tsx", `lib/cli/${command}.ts`, ...args];
  const child = spawn(process.execPath, loader, { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, output: out + errors };
}
