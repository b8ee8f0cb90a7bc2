import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { openStore } from "./open-store";
import { verifyServer } from "./postgres-connection";
import { verifySettings } from "./sqlite-connection";

describe("SQLite connections", () => {
  const path = join(mkdtempSync(join(tmpdir(), "playhead-connection-")), "nested", "playhead.db");

  it.each(["first", "second"])("are durable at the %s open", async () => {
    const store = openStore({ dialect: "sqlite", path });
    for (const client of [store.reader, store.writer]) {
      expect(await client.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: "wal" }]);
      expect(await client.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }]);
      expect(await client.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }]);
      expect(await client.$queryRaw`PRAGMA busy_timeout`).toEqual([{ timeout: 5000n }]);
    }
    await store.close();
  });

  it("are refused when they would not keep data", async () => {
    const adapter = await new PrismaBetterSqlite3({ url: `file:${path}` }).connect();
    await expect(verifySettings(adapter)).rejects.toMatchObject({ code: "database_unsafe" });
    await adapter.dispose();
  });
});

describe("Postgres connections", () => {
  it("are refused when the server acknowledges before it has written", async () => {
    const client = new Client({ connectionString: inject("postgresUrl") });
    await client.connect();
    await expect(verifyServer(client)).resolves.toBeUndefined();
    await client.query("SET synchronous_commit = off");
    await expect(verifyServer(client)).rejects.toMatchObject({ code: "database_unsafe" });
    await client.end();
  });
});

describeEachDatabase("a store", (openFreshStore, createDatabase) => {
  it("lets one writer after the other, while readers see only what is committed", async () => {
    const { reader, writer } = await openFreshStore();
    const inside = writer.$transaction(async (transaction) => {
      await transaction.setting.create({ data: { name: "first", value: "1" } });
      const seen = await reader.setting.findUnique({ where: { name: "first" } });
      await new Promise((resolve) => setTimeout(resolve, 50));
      return seen;
    });
    await reader.setting.create({ data: { name: "second", value: "2" } });
    expect(await inside).toBeNull();
    expect(await reader.setting.count()).toBe(2);
  });

  it("keeps what one store wrote while another process-like store writes", async () => {
    const database = await createDatabase();
    const stores = [openStore(database), openStore(database)];
    const names = Array.from({ length: 40 }, (_, place) => `name ${place}`);
    await Promise.all(
      names.map((name, place) => stores[place % 2]?.reader.setting.create({ data: { name, value: "" } })),
    );
    expect(await stores[0]?.reader.setting.count()).toBe(40);
    await Promise.all(stores.map((store) => store.close()));
  });
});
