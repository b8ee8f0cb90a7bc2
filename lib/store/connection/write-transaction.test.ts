import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import type { Statements } from "./statements";
import { writeTransaction } from "./write-transaction";

describeEachDatabase("a write transaction", (openFreshStore) => {
  const put = (transaction: Statements, name: string) =>
    transaction.$executeRaw`INSERT INTO "Setting" ("name", "value") VALUES (${name}, '')`;

  it("throws the first failure, and keeps nothing", async () => {
    const store = await openFreshStore();
    const work = writeTransaction(store, async (transaction) => {
      await put(transaction, "one");
      await put(transaction, "one");
      await put(transaction, "two");
      return transaction.$queryRaw`SELECT 1`;
    });
    await expect(work).rejects.toMatchObject({ cause: { kind: "UniqueConstraintViolation" } });
    expect(await store.reader.setting.count()).toBe(0);
  });

  it("throws the last write's failure, although it is not awaited", async () => {
    const store = await openFreshStore();
    const work = writeTransaction(store, async (transaction) => {
      await put(transaction, "one");
      await put(transaction, "one");
    });
    await expect(work).rejects.toMatchObject({ cause: { kind: "UniqueConstraintViolation" } });
    expect(await store.reader.setting.count()).toBe(0);
    await writeTransaction(store, (transaction) => put(transaction, "one"));
    expect(await store.reader.setting.count()).toBe(1);
  });

  it("runs its statements in order", async () => {
    const store = await openFreshStore();
    const names = Array.from({ length: 50 }, (_, place) => `name ${place}`);
    const seen = await writeTransaction(store, async (transaction) => {
      const writes = names.map((name) => put(transaction, name));
      const [{ count } = { count: 0n }] = await transaction.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(*) AS "count" FROM "Setting"`;
      await Promise.all(writes);
      return count;
    });
    expect(seen).toBe(50n);
  });

  it("rolls back when the callback throws", async () => {
    const store = await openFreshStore();
    const work = writeTransaction(store, async (transaction) => {
      await put(transaction, "one");
      throw new Error("thought better of it");
    });
    await expect(work).rejects.toThrow("thought better of it");
    expect(await store.reader.setting.count()).toBe(0);
  });
});
