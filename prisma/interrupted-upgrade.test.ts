import { existsSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { readiness } from "@/lib/store/connection/readiness";
import { describeEachDatabase } from "@/lib/testing/databases";
import { emptied } from "@/lib/testing/emptied";
import { contentsOf, oldDatabase } from "@/lib/testing/old-database";
import { migrate } from "./migrate";
import { migrationNames, migrationScript } from "./migration-files";
import { statementsOf } from "./statements-of";

/** How many statements of all upgrades are tried as the last one before the interruption. */
const attempts = 12;

describeEachDatabase("an interrupted upgrade", (_openStore, createDatabase, dialect) => {
  it("is completed by the next start, whichever statement of an earlier version was its last", async () => {
    const whole = await oldDatabase(await emptied(await createDatabase()));
    await migrate(whole);
    const expected = await contentsOf(whole);
    const places = migrationNames(dialect).flatMap((name) =>
      statementsOf(migrationScript(dialect, name)).map((_, done) => ({ name, done: done + 1 })),
    );
    const upgrades = places.filter(({ name }) => !/_(initial|search)$/.test(name));
    const step = Math.ceil(upgrades.length / attempts);
    for (const { name, done } of upgrades.filter((_, place) => place % step === 0)) {
      const database = await oldDatabase(await emptied(await createDatabase()));
      await leaveHalf(database, name, done);
      const store = openStore(database);
      expect(await readiness(store)).toEqual({ ok: false, reason: expect.stringContaining(name) });
      await store.close();
      await migrate(database);
      expect(await contentsOf(database), `${name} after ${done} statements`).toEqual(expected);
      expect(await migrate(database)).toEqual([]);
    }
  }, 300_000);

  it("is rolled back as a whole when a statement fails, and reports why", async () => {
    const database = await oldDatabase(await emptied(await createDatabase()));
    await run(database, `CREATE TABLE "SavedView" ("id" TEXT)`);
    const before = await contentsOf(database);
    await expect(migrate(database)).rejects.toThrow(/could not be upgraded and is as it was before: .*SavedView/);
    expect(await contentsOf(database)).toEqual(before);
    await run(database, `DROP TABLE "SavedView"`);
    expect(await migrate(database)).not.toEqual([]);
  });

  it("is rolled back when it is asked to stop", async () => {
    const database = await oldDatabase(await emptied(await createDatabase()));
    const before = await contentsOf(database);
    await expect(migrate(database, undefined, { signal: AbortSignal.timeout(1) })).rejects.toMatchObject({
      code: "migration_interrupted",
    });
    expect(await contentsOf(database)).toEqual(before);
  });

  it("waits for another process for a limited time", async () => {
    const database = await oldDatabase(await emptied(await createDatabase()));
    const release = await holdLock(database);
    const told: string[] = [];
    const options = { waitMs: 300, tell: (line: string) => told.push(line) };
    await expect(migrate(database, undefined, options)).rejects.toMatchObject({ code: "migration_locked" });
    expect(told).toEqual([expect.stringContaining("Another process")]);
    await release();
    expect(await migrate(database)).not.toEqual([]);
  });

  it("is refused on a database of a newer version, which is not ready either", async () => {
    const database = await createDatabase();
    await run(
      database,
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
       SELECT 'x', 'x', "finished_at", '99991231235959_future', "started_at", 1 FROM "_prisma_migrations" LIMIT 1`,
    );
    await expect(migrate(database)).rejects.toThrow(/A newer version .*99991231235959_future/);
    const store = openStore(database);
    expect(await readiness(store)).toEqual({ ok: false, reason: expect.stringContaining("A newer version") });
    await store.close();
  });

  it("is refused on a database of another application", async () => {
    const database = await emptied(await createDatabase());
    await run(database, `CREATE TABLE "Invoices" ("id" TEXT)`);
    await expect(migrate(database)).rejects.toMatchObject({ code: "database_not_empty" });
  });

  it.runIf(dialect === "sqlite")("leaves a copy of the file from before, and none of a new file", async () => {
    const database = await oldDatabase(await emptied(await createDatabase()));
    if (database.dialect !== "sqlite") throw new Error("This is about SQLite.");
    const copy = `${database.path}.before-upgrade`;
    expect(existsSync(copy)).toBe(false);
    const before = await contentsOf(database);
    await migrate(database);
    expect(await contentsOf({ dialect: "sqlite", path: copy })).toEqual(before);
    const fresh = await emptied(await createDatabase());
    await migrate(fresh);
    expect(fresh.dialect === "sqlite" && existsSync(`${fresh.path}.before-upgrade`)).toBe(false);
  });
});

/** As an earlier version left it: each statement in its own transaction, and a record of the start. */
async function leaveHalf(database: Database, name: string, done: number): Promise<void> {
  const before = migrationNames(database.dialect).filter((other) => other < name);
  await migrate(database, before.at(-1));
  const statements = statementsOf(migrationScript(database.dialect, name)).slice(0, done);
  for (const statement of statements) await run(database, statement);
  await run(
    database,
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at")
     SELECT 'begun', 'x', '${name}', "started_at" FROM "_prisma_migrations" LIMIT 1`,
  );
}

async function run(database: Database, statement: string): Promise<void> {
  if (database.dialect === "sqlite") {
    const file = new BetterSqlite3(database.path);
    file.exec(statement);
    file.close();
    return;
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function holdLock(database: Database): Promise<() => Promise<void>> {
  if (database.dialect === "sqlite") {
    const file = new BetterSqlite3(database.path);
    file.exec("BEGIN IMMEDIATE");
    return async () => {
      file.close();
    };
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("SELECT pg_advisory_lock(72707369)");
  return () => client.end();
}
