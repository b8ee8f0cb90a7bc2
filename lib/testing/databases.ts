import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Database, Dialect } from "@/lib/env/database-url";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { createPostgresDatabase, type PostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { endAccessLog } from "@/lib/testing/use-store";
import { migrate } from "@/prisma/migrate";

/**
 * Runs one suite on a real SQLite file and on a real Postgres: `describeEachDatabase("append", (openStore) => { … })`. Each
 * `await openStore()` is a store on a new, migrated database.
 */
export function describeEachDatabase(
  name: string,
  suite: (openStore: () => Promise<Store>, createDatabase: () => Promise<Database>, dialect: Dialect) => void,
): void {
  for (const dialect of ["sqlite", "postgresql"] as const) {
    describe(`${name} on ${dialect}`, () => {
      const source = dialect === "sqlite" ? sqliteSource() : postgresSource();
      const stores: Store[] = [];
      beforeAll(() => source.prepare());
      afterAll(async () => {
        await endAccessLog();
        await Promise.all(stores.map((store) => store.close()));
        await source.dispose();
      });
      const openFresh = async () => {
        const store = openStore(await source.create());
        stores.push(store);
        return store;
      };
      suite(openFresh, () => source.create(), dialect);
    });
  }
}

interface Source {
  prepare(): Promise<void>;
  create(): Promise<Database>;
  dispose(): Promise<void>;
}

/** Migrates one file, then copies it for each database. */
function sqliteSource(): Source {
  const folder = mkdtempSync(join(tmpdir(), "playhead-test-"));
  const template = join(folder, "template.db");
  let count = 0;
  return {
    prepare: async () => {
      await migrate({ dialect: "sqlite", path: template });
      const store = openStore({ dialect: "sqlite", path: template });
      await store.reader.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
      await store.close();
    },
    create: async () => {
      // Beside a database are files of its own.
      const path = join(folder, String(count++), "playhead.db");
      mkdirSync(dirname(path));
      copyFileSync(template, path);
      return { dialect: "sqlite", path };
    },
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Migrates one database, then uses it as the template for each database. */
function postgresSource(): Source {
  const prefix = `playhead_test_${randomBytes(6).toString("hex")}`;
  const template = `${prefix}_0`;
  const created: PostgresDatabase[] = [];
  const create = async (): Promise<Database> => {
    const place = created.length;
    const server = inject("postgresUrl");
    const database = await createPostgresDatabase(server, `${prefix}_${place}`, place === 0 ? undefined : template);
    created.push(database);
    return { dialect: "postgresql", url: database.url };
  };
  return {
    prepare: async () => {
      await migrate(await create());
    },
    create,
    dispose: async () => {
      for (const database of created) await database.drop();
    },
  };
}
