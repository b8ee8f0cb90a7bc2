import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { readiness } from "@/lib/store/connection/readiness";
import { deliver, samples } from "@/lib/testing/deliver";
import { createPostgresDatabase, type PostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { migrate } from "./migrate";

const clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const work of clean.splice(0).reverse()) await work();
});

describe("an installation on Postgres", () => {
  it("names the missing permission, then the extension, and continues once an administrator has helped", async () => {
    const { administer, limited } = await limitedRole();
    await administer("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    await administer(`GRANT USAGE ON SCHEMA public TO "${limited.role}"`);
    const grant = new RegExp(`GRANT USAGE, CREATE ON SCHEMA "public" TO "${limited.role}";`);
    await expect(migrate(limited.database)).rejects.toThrow(grant);
    await administer(`GRANT USAGE, CREATE ON SCHEMA public TO "${limited.role}"`);
    await expect(migrate(limited.database)).rejects.toThrow(/\n\n {2}CREATE EXTENSION pg_trgm;\n/);
    await administer("CREATE EXTENSION pg_trgm");
    expect(await migrate(limited.database)).not.toEqual([]);
    expect(await migrate(limited.database)).toEqual([]);
  });

  it("finds an extension in a schema outside the role's search path", async () => {
    const { administer, limited } = await limitedRole();
    await administer(`GRANT USAGE, CREATE ON SCHEMA public TO "${limited.role}"`);
    await administer("CREATE SCHEMA extensions; GRANT USAGE ON SCHEMA extensions TO PUBLIC");
    await administer("CREATE EXTENSION pg_trgm SCHEMA extensions");
    expect(await migrate(limited.database)).not.toEqual([]);
  });

  it.each(["?schema=", "the role's search_path"])(
    "puts its tables into the schema of %s, and works there",
    async (way) => {
      const { url, administer, role, limited } = await limitedRole();
      const database: Database =
        way === "?schema=" ? { dialect: "postgresql", url: `${url}?schema=Inspector` } : limited.database;
      if (way !== "?schema=") {
        await administer(`CREATE EXTENSION pg_trgm; CREATE SCHEMA "Inspector" AUTHORIZATION "${role}"`);
        await administer(`ALTER ROLE "${role}" SET search_path = "Inspector"`);
      }
      await migrate(database);
      expect(await migrate(database)).toEqual([]);
      const store = openStore(database);
      clean.push(() => store.close());
      expect(await readiness(store)).toEqual({ ok: true });
      await deliver(store, ...[...samples().values()]);
      expect(await store.reader.event.count()).toBeGreaterThan(0);
      const tables = await administer(
        `SELECT DISTINCT schemaname FROM pg_tables WHERE tablename IN ('Event', 'WriterClock', '_prisma_migrations')`,
      );
      expect(tables).toEqual([{ schemaname: "Inspector" }]);
    },
  );

  it.each(["LATIN1", "SQL_ASCII"])("is refused in a database encoded as %s, with the remedy", async (encoding) => {
    const { url } = await freshDatabase(`ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
    await expect(migrate({ dialect: "postgresql", url })).rejects.toThrow(
      new RegExp(`encoded as ${encoding}.*CREATE DATABASE <name> ENCODING 'UTF8' TEMPLATE template0;`),
    );
  });

  it("reports which host does not answer, and that the database does not exist", async () => {
    await expect(migrate({ dialect: "postgresql", url: "postgresql://127.0.0.1:9/x" })).rejects.toThrow(
      /ECONNREFUSED.*\n.*DATABASE_URL/,
    );
    const url = new URL(inject("postgresUrl"));
    url.pathname = "/no_such_database";
    await expect(migrate({ dialect: "postgresql", url: url.href })).rejects.toThrow(/3D000.*\nCreate the database/);
  });

  it.each(["disable", "prefer", "allow", "require"])("reads sslmode=%s as libpq does", async (mode) => {
    const { url, administer } = await freshDatabase();
    const [row] = await administer("SHOW ssl");
    const work = migrate({ dialect: "postgresql", url: `${url}?sslmode=${mode}` });
    if (mode === "require" && row?.ssl === "off") await expect(work).rejects.toThrow(/does not support SSL/);
    else expect(await work).not.toEqual([]);
  });
});

async function freshDatabase(options?: string) {
  const server = inject("postgresUrl");
  const name = `playhead_rights_${randomBytes(6).toString("hex")}`;
  let database: PostgresDatabase;
  if (options === undefined) database = await createPostgresDatabase(server, name);
  else {
    await query(server, `CREATE DATABASE "${name}" ${options}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    database = { url: url.href, drop: async () => void (await query(server, `DROP DATABASE "${name}" WITH (FORCE)`)) };
  }
  clean.push(() => database.drop());
  return { name, url: database.url, administer: (statement: string) => query(database.url, statement) };
}

/** A role that may create neither extensions nor schemas, and a database for it. */
async function limitedRole() {
  const { name, url, administer } = await freshDatabase();
  const role = `${name}_role`;
  await administer(`CREATE ROLE "${role}" LOGIN PASSWORD 'secret'`);
  clean.push(() => query(inject("postgresUrl"), `DROP ROLE IF EXISTS "${role}"`));
  // Dropped after its database, and with it everything the role owns.
  clean.push(...clean.splice(-2).reverse());
  const address = new URL(url);
  address.username = role;
  address.password = "secret";
  const database: Database = { dialect: "postgresql", url: address.href };
  return { name, url, role, administer, limited: { role, database } };
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const result = await client.query<Record<string, unknown>>(statement).finally(() => client.end());
  return result.rows ?? [];
}
