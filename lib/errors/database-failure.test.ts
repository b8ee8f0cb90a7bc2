import { createServer } from "node:net";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { lockDatabase } from "@/lib/testing/disturb-database";
import { type PostgresServer, startPostgres } from "@/lib/testing/postgres/start-postgres";
import { AppError } from "./app-error";
import { databaseFailure } from "./database-failure";

/** The public form of an operation's error. */
async function failureOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  const failure = databaseFailure(error);
  return failure === null ? { kind: null, error: String(error) } : { kind: failure.kind, code: failure.code };
}

describe("failures of a Postgres", () => {
  let postgres: PostgresServer;
  const stores: Store[] = [];
  const open = (url: string) => {
    const store = openStore({ dialect: "postgresql", url });
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await postgres.stop();
  });

  it("are recognised while it is stopped, during a query and afterwards", async () => {
    const { reader, records } = open(postgres.url);
    await reader.$queryRaw`SELECT 1`;
    const running = failureOf(reader.$queryRaw`SELECT pg_sleep(10)::text`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await postgres.pause();
    expect(await running).toEqual({ kind: "unreachable", code: "SQLSTATE 57P01" });
    expect(await failureOf(reader.$queryRaw`SELECT 1`)).toMatchObject({ kind: "unreachable" });
    expect(await failureOf(open(postgres.url).reader.user.count())).toMatchObject({ kind: "unreachable" });
    expect(await failureOf(records.$transaction((transaction) => transaction.$queryRaw`SELECT 1`))).toMatchObject({
      kind: "unreachable",
    });
    await postgres.resume();
    expect(await reader.$queryRaw`SELECT 1 AS "one"`).toEqual([{ one: 1 }]);
  });

  it("are recognised if there is no connection: all are in use, or the server does not respond", async () => {
    const { reader } = open(postgres.url);
    const sleeping = Array.from({ length: 10 }, () => reader.$queryRaw`SELECT pg_sleep(5)::text`.then(() => {}));
    expect(await failureOf(reader.$queryRaw`SELECT 1`)).toEqual({ kind: "unreachable", code: "no connection" });
    await Promise.all(sleeping);
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : 0;
    const silentStore = open(`postgresql://a:b@127.0.0.1:${port}/x`);
    expect(await failureOf(silentStore.reader.$queryRaw`SELECT 1`)).toMatchObject({ kind: "unreachable" });
    const nowhere = open("postgresql://a:b@no-such-host.invalid/x");
    expect(await failureOf(nowhere.reader.$queryRaw`SELECT 1`)).toMatchObject({ kind: "unreachable" });
  });

  it("are recognised by SQLSTATE", async () => {
    const { writer, reader, records } = open(postgres.url);
    await records.$executeRaw`CREATE TABLE "Locked" ("id" INT)`;
    expect(await failureOf(open(postgres.url.replace(/postgres$/, "nowhere")).reader.$queryRaw`SELECT 1`)).toEqual({
      kind: "refused",
      code: "SQLSTATE 3D000",
    });
    const readOnly = writer.$transaction(async (transaction) => {
      await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
      await transaction.$executeRaw`DELETE FROM "Locked"`;
    });
    expect(await failureOf(readOnly)).toEqual({ kind: "readOnly", code: "SQLSTATE 25006" });
    const slow = writer.$transaction(async (transaction) => {
      await transaction.$executeRaw`SET LOCAL statement_timeout = 10`;
      await transaction.$queryRaw`SELECT pg_sleep(1)::text`;
    });
    expect(await failureOf(slow)).toEqual({ kind: "slow", code: "SQLSTATE 57014" });
    await records.$executeRaw`CREATE ROLE stranger LOGIN PASSWORD 'x'`;
    const stranger = open(postgres.url.replace("playhead:playhead", "stranger:x"));
    expect(await failureOf(stranger.records.$executeRaw`DELETE FROM "Locked"`)).toEqual({
      kind: "forbidden",
      code: "SQLSTATE 42501",
    });
    expect(await failureOf(reader.$queryRaw`SELECT "no" FROM "Locked"`)).toMatchObject({ kind: null });
  });
});

describeEachDatabase("failures of a database", (_openStore, createDatabase, dialect) => {
  it("are recognised while it is locked", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    await store.reader.$queryRaw`SELECT 1`;
    const release = await lockDatabase(database);
    const write = store.writer.$transaction(async (transaction) => {
      if (dialect === "postgresql") await transaction.$executeRaw`SET LOCAL lock_timeout = 100`;
      await transaction.writerClock.updateMany({ data: { searchEventId: 0n } });
    });
    expect(await failureOf(write)).toMatchObject({ kind: "locked" });
    if (dialect === "sqlite") {
      expect(await failureOf(store.records.writerClock.updateMany({ data: { searchEventId: 0n } }))).toEqual({
        kind: "locked",
        code: "SQLITE_BUSY",
      });
    }
    await release();
    await store.close();
  });

  it.runIf(dialect === "sqlite")("are recognised if nothing can be read", async () => {
    const database = await createDatabase();
    if (database.dialect !== "sqlite") throw new Error("This is for SQLite.");
    const other = new BetterSqlite3(database.path);
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    const store = openStore(database);
    expect(await failureOf(store.reader.user.count())).toEqual({ kind: "locked", code: "SQLITE_BUSY" });
    other.close();
    await store.close();
  });
});

it("does not treat other errors as failures of the database", () => {
  const reset = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  for (const error of [
    new Error("x"),
    reset,
    new AppError("not_found", "x"),
    "x",
    null,
    undefined,
    { code: "P2002" },
  ]) {
    expect(databaseFailure(error)).toBeNull();
  }
  expect(databaseFailure(new AppError("database_busy", "x"))).toMatchObject({ kind: "locked" });
});
