import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventually } from "@/lib/testing/eventually";
import { openStore } from "./open-store";
import { verifyServer } from "./postgres-connection";
import { SqliteConnection, settings, verifySettings } from "./sqlite-connection";

describe("SQLite connections", () => {
  const path = join(mkdtempSync(join(tmpdir(), "playhead-connection-")), "nested", "playhead.db");

  it.each(["first", "second"])("are durable at the %s open", async () => {
    const store = openStore({ dialect: "sqlite", path });
    for (const client of [store.reader, store.records, store.writer]) {
      expect(await client.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: "wal" }]);
      expect(await client.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }]);
      expect(await client.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }]);
      expect(await client.$queryRaw`PRAGMA busy_timeout`).toEqual([{ timeout: 5000n }]);
    }
    await store.close();
  });

  const unsafe = [
    ["journal_mode", "PRAGMA journal_mode = DELETE", "journal_mode is delete"],
    ["synchronous", "PRAGMA synchronous = NORMAL", "synchronous is 1"],
    ["foreign_keys", "PRAGMA foreign_keys = OFF", "foreign_keys is off"],
    ["secure_delete", "PRAGMA secure_delete = FAST", "secure_delete is off"],
    ["busy_timeout", "PRAGMA busy_timeout = 4999", "busy_timeout is 4999"],
  ] as const;

  it.each(unsafe)(
    "are refused when %s would lose data, or keep deleted data, at the first open and the second",
    async (...row) => {
      const [name, statement, reason] = row;
      const other = join(mkdtempSync(join(tmpdir(), "playhead-connection-")), `${name}.db`);
      for (const _open of ["first", "second"]) {
        const connection = new SqliteConnection(new BetterSqlite3(other));
        connection.run(settings);
        expect(() => verifySettings(connection)).not.toThrow();
        connection.run(statement);
        expect(() => verifySettings(connection)).toThrow(
          expect.objectContaining({ code: "database_unsafe", message: expect.stringContaining(reason) }),
        );
        connection.close();
      }
    },
  );

  it.each(["3.51.2", "3.50.9", "3.9.0", "2.99.99"])("are refused with SQLite %s", (version) => {
    const connection = SqliteConnection.open(path);
    const query: typeof connection.query = (asked) => {
      const result = connection.query(asked);
      return asked.sql === "SELECT sqlite_version()" ? { ...result, rows: [[version]] } : result;
    };
    expect(() => verifySettings({ query })).toThrow(`SQLite ${version} is older than 3.51.3`);
    connection.close();
  });
});

describe("Postgres connections", () => {
  it("are refused when the server acknowledges before writing to disk", async () => {
    const client = new Client({ connectionString: inject("postgresUrl") });
    await client.connect();
    await expect(verifyServer(client)).resolves.toBeUndefined();
    await client.query("SET synchronous_commit = off");
    await expect(verifyServer(client)).rejects.toMatchObject({ code: "database_unsafe" });
    await client.end();
  });

  it.each(["fsync", "full_page_writes", "synchronous_commit"])("are refused while %s is off", async (name) => {
    const client = { query: async () => ({ rows: [{ name, setting: "off" }] }) } as unknown as Client;
    await expect(verifyServer(client)).rejects.toThrow(`${name} is off`);
  });
});

describeEachDatabase("a store", (openFreshStore, createDatabase, dialect) => {
  // docs/self-hosting.md states this number.
  it.runIf(dialect === "postgresql")("opens 18 connections at most", async () => {
    const database = await createDatabase();
    if (database.dialect !== "postgresql") return;
    const store = openStore(database);
    const observer = new Client({ connectionString: database.url });
    await observer.connect();
    await observer.query("SELECT pg_advisory_lock(18)");
    const countConnections = async () => {
      const { rows } = await observer.query<{ count: string }>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      return Number(rows[0]?.count);
    };
    const endListening = store.onNotice(() => {});
    const waiting = [store.reader, store.records, store.writer, store.projecting.writer].flatMap((client) =>
      Array.from({ length: 12 }, () => client.$queryRaw`SELECT pg_advisory_lock_shared(18)::text`),
    );
    const isDone = Promise.allSettled(waiting);
    await eventually(async () => expect(await countConnections()).toBe(18));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await countConnections()).toBe(18);
    await observer.query("SELECT pg_advisory_unlock(18)");
    await isDone;
    endListening();
    await Promise.all([store.close(), observer.end()]);
  });

  it("runs one writer at a time, while readers see only committed data", async () => {
    const { reader, records, writer } = await openFreshStore();
    const inside = writer.$transaction(async (transaction) => {
      await transaction.setting.create({ data: { name: "first", value: "1" } });
      const seen = await reader.setting.findUnique({ where: { name: "first" } });
      await new Promise((resolve) => setTimeout(resolve, 50));
      return seen;
    });
    await records.setting.create({ data: { name: "second", value: "2" } });
    expect(await inside).toBeNull();
    expect(await reader.setting.count()).toBe(2);
  });

  it("keeps what one store wrote while another, as in another process, writes", async () => {
    const database = await createDatabase();
    const stores = [openStore(database), openStore(database)];
    const names = Array.from({ length: 40 }, (_, place) => `name ${place}`);
    await Promise.all(
      names.map((name, place) => stores[place % 2]?.records.setting.create({ data: { name, value: "" } })),
    );
    expect(await stores[0]?.reader.setting.count()).toBe(40);
    await Promise.all(stores.map((store) => store.close()));
  });
});
