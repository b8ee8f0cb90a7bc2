import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { openStore } from "./open-store";
import { probeWrite } from "./probe-write";

describeEachDatabase("the probe of a write", (_, createDatabase, dialect) => {
  it("succeeds where a delivery would", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    expect(await probeWrite(store)).toEqual({ ok: true });
    await store.close();
  });

  it("knows a database that is not migrated to its end, and one that is newer", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const { reader } = store;
    await reader.$executeRaw`
      INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
      VALUES ('later', '', '29990101000000_later', CURRENT_TIMESTAMP)`;
    expect(await probeWrite(store)).toEqual({ ok: false, reason: expect.stringContaining("newer version") });
    await reader.$executeRaw`DELETE FROM "_prisma_migrations" WHERE "id" = 'later'`;
    const [last] = await reader.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations" ORDER BY "migration_name" DESC LIMIT 1`;
    await reader.$executeRaw`
      UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = ${last?.name}`;
    expect(await probeWrite(store)).toEqual({ ok: false, reason: `Not migrated: ${last?.name}` });
    await store.close();
  });

  it.runIf(dialect === "postgresql")("fails where rows may be read and updated, but not inserted", async () => {
    const database = await createDatabase();
    if (database.dialect !== "postgresql") throw new Error("This is for Postgres.");
    const owner = openStore(database);
    const role = `playhead_reader_${randomBytes(6).toString("hex")}`;
    const { reader } = owner;
    await reader.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await reader.$executeRawUnsafe(`GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA public TO ${role}`);
    const url = new URL(database.url);
    url.username = role;
    url.password = "secret";
    const restricted = { dialect: "postgresql", url: url.href } as const;
    const store = openStore(restricted);
    expect(await probeWrite(store)).toEqual({ ok: false, reason: expect.stringContaining("insert rows") });
    await store.close();
    await reader.$executeRawUnsafe(`DROP OWNED BY ${role}`);
    await reader.$executeRawUnsafe(`DROP ROLE ${role}`);
    await owner.close();
  });
});
