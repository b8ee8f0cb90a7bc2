import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { restrictDatabase } from "@/lib/testing/disturb-database";
import { openStore } from "./open-store";
import { probeWrite } from "./probe-write";

describeEachDatabase("the write probe", (_, createDatabase, dialect) => {
  it("succeeds when a delivery would", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    expect(await probeWrite(store)).toEqual({ ok: true });
    await store.close();
  });

  it("reports a database with pending migrations, and one that is newer", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const { reader, records } = store;
    await records.$executeRaw`
      INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
      VALUES ('later', '', '29990101000000_later', CURRENT_TIMESTAMP)`;
    expect(await probeWrite(store)).toEqual({ ok: false, reason: expect.stringContaining("newer version") });
    await records.$executeRaw`DELETE FROM "_prisma_migrations" WHERE "id" = 'later'`;
    const [last] = await reader.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations" ORDER BY "migration_name" DESC LIMIT 1`;
    await records.$executeRaw`
      UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = ${last?.name}`;
    expect(await probeWrite(store)).toEqual({ ok: false, reason: `Not migrated: ${last?.name}` });
    await records.$executeRaw`
      UPDATE "_prisma_migrations" SET "finished_at" = CURRENT_TIMESTAMP, "rolled_back_at" = CURRENT_TIMESTAMP
      WHERE "migration_name" = ${last?.name}`;
    expect(await probeWrite(store)).toEqual({ ok: false, reason: `Not migrated: ${last?.name}` });
    await records.$executeRaw`
      UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL WHERE "migration_name" = ${last?.name}`;
    expect(await probeWrite(store)).toEqual({ ok: true });
    await store.close();
  });

  it.runIf(dialect === "postgresql")("fails where rows may be read and updated, but not inserted", async () => {
    const database = await createDatabase();
    if (database.dialect !== "postgresql") throw new Error("This is for Postgres.");
    const restricted = await restrictDatabase(database.url);
    const store = openStore(restricted.database);
    expect(await probeWrite(store)).toEqual({
      ok: false,
      reason: expect.stringContaining("does not let"),
      code: "SQLSTATE 42501",
    });
    await restricted.setInsert(true);
    expect(await probeWrite(store)).toEqual({ ok: true });
    await store.close();
    await restricted.drop();
  });
});
