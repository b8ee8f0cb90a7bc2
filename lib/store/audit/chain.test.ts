import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { appendEntries } from "./append-entries";
import type { EntryRow, NewEntry } from "./entry";
import { verifyChain } from "./verify-chain";

const columns = [
  ...["log", "id", "at", "actorKind", "actorId", "actorName", "role", "action", "subjectType", "subjectId"],
  ...["subjectDigest", "detail", "detailDigest", "ip", "hash"],
] as const satisfies readonly (keyof EntryRow)[];

describeEachDatabase("the chain of a log", (open, createDatabase) => {
  describe("of some entries", () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await append(store, 20);
    });

    it("is intact, each log on its own", async () => {
      await inTransaction(store, (within) => appendEntries(within, "audit", [entry(0)]));
      expect(await verifyChain(store, "access")).toMatchObject({ checked: 20, firstBroken: null });
      expect(await verifyChain(store, "audit")).toMatchObject({ checked: 1, firstBroken: null });
    });

    it("stays intact when values are erased whose digests are kept", async () => {
      await store.records.auditEntry.updateMany({
        where: { id: { lte: 10n } },
        data: { subjectId: null, detail: null },
      });
      expect(await verifyChain(store, "access")).toMatchObject({ checked: 20, firstBroken: null });
    });

    it.each([1n, 7n, 20n])("names entry %s if it is deleted", async (id) => {
      await store.records.auditEntry.deleteMany({ where: { log: "access", id } });
      expect(await verifyChain(store, "access")).toMatchObject({ checked: Number(id) - 1, firstBroken: id });
    });

    it("names the first entry if the beginning is cut off", async () => {
      const { hash } = await found(store, 5n);
      await store.records.auditEntry.deleteMany({ where: { log: "access", id: { lte: 5n } } });
      const where = { log: "access" };
      await store.records.auditChain.update({ where, data: { startId: 5n, startHash: hash } });
      expect(await verifyChain(store, "access")).toMatchObject({ firstBroken: 1n });
      await store.records.auditChain.update({ where, data: { startId: 0n } });
      expect(await verifyChain(store, "access")).toMatchObject({ firstBroken: 1n });
    });

    it("names an exchanged entry", async () => {
      const [one, other] = await Promise.all([3n, 9n].map((id) => found(store, id)));
      if (one === undefined || other === undefined) throw new Error("no entries");
      await store.records.auditEntry.update({ where: key(3n), data: { ...other, id: 3n } });
      await store.records.auditEntry.update({ where: key(9n), data: { ...one, id: 9n } });
      expect(await verifyChain(store, "access")).toMatchObject({ firstBroken: 3n });
    });

    it("stores texts that the database would change", async () => {
      const odd = { ...entry(0), actorName: "a\0b\ud800", subjectId: "\udfff", detail: '"\0"' };
      await inTransaction(store, (within) => appendEntries(within, "access", [odd]));
      expect(await verifyChain(store, "access")).toMatchObject({ checked: 21, firstBroken: null });
    });
  });

  describe("with flipped bits", () => {
    let store: Store;

    beforeAll(async () => {
      store = await open();
      await append(store, 60);
    });

    it("names the entry of each of 150", async () => {
      let flips = 0;
      for (let round = 0; round < 10; round++) {
        for (const column of columns) {
          const id = BigInt(1 + ((round * 17 + flips) % 59));
          const before = await found(store, id);
          const changed = { ...before, [column]: flipped(before[column], round + flips) };
          await store.records.auditEntry.delete({ where: key(id) });
          await store.records.auditEntry.create({ data: changed });
          expect((await verifyChain(store, "access")).firstBroken, `${column} of ${id}`).toBe(id);
          await store.records.auditEntry.delete({ where: { log_id: { log: changed.log, id: changed.id } } });
          await store.records.auditEntry.create({ data: before });
          flips += 1;
        }
      }
      expect(flips).toBe(150);
      expect(await verifyChain(store, "access")).toMatchObject({ checked: 60, firstBroken: null });
    });
  });

  it("does not fork if several connections append at once", async () => {
    const database = await createDatabase();
    const stores = [1, 2, 3, 4].map(() => openStore(database));
    await Promise.all(
      stores.map(async (store) => {
        for (let time = 0; time < 15; time++) await append(store, 3);
      }),
    );
    expect(await verifyChain(one(stores), "access")).toMatchObject({ checked: 180, firstBroken: null });
    await Promise.all(stores.map((store) => store.close()));
  });

  it("keeps nothing of a transaction that fails", async () => {
    const store = await open();
    await append(store, 2);
    const failing = inTransaction(store, async (within) => {
      await appendEntries(within, "access", [entry(3), entry(4)]);
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await append(store, 1);
    expect(await verifyChain(store, "access")).toMatchObject({ checked: 3, firstBroken: null });
  });
});

function append(store: Store, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, place) => entry(place));
  return inTransaction(store, (within) => appendEntries(within, "access", entries));
}

function entry(place: number): NewEntry {
  return {
    at: 1_700_000_000_000_000n + BigInt(place),
    actorKind: "user",
    actorId: `user ${place}`,
    actorName: "Ines Oduya",
    role: "agent",
    action: "conversation.read",
    subjectType: "conversation",
    subjectId: `conversation ${place}`,
    detail: JSON.stringify({ place }),
    ip: "192.0.2.7",
  };
}

function key(id: bigint) {
  return { log_id: { log: "access", id } };
}

function found(store: Store, id: bigint): Promise<EntryRow> {
  return store.records.auditEntry.findUniqueOrThrow({ where: key(id) });
}

/** The value with one bit flipped: of a character that stays printable, or of a number that is in no other entry. */
function flipped(value: string | bigint | null, seed: number): string | bigint {
  if (typeof value === "bigint") return value ^ (1n << BigInt(8 + (seed % 40)));
  const text = value ?? "";
  const place = seed % text.length;
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
}

function one(stores: readonly Store[]): Store {
  const [first] = stores;
  if (first === undefined) throw new Error("no stores");
  return first;
}
