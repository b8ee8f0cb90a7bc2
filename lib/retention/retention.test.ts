import { beforeEach, describe, expect, it } from "vitest";
import type { RetentionRule } from "@/lib/api/retention";
import { verifyLogs } from "@/lib/audit/verify-logs";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { Refusal } from "@/lib/queries/refusal";
import { placeHold, releaseHold } from "@/lib/saved/holds";
import { appendEntries } from "@/lib/store/audit/append-entries";
import type { NewEntry } from "@/lib/store/audit/entry";
import type { Store } from "@/lib/store/connection/open-store";
import { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { emptyWal } from "@/lib/store/erasure/clean-files";
import { append } from "@/lib/store/log/append";
import { project } from "@/lib/store/projections/project";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { fillAndErase, occurrences } from "@/lib/testing/erased-content";
import {
  dayUs,
  inDays,
  ruleOf,
  runHourly,
  runRetention,
  saveRules,
  watchedRetention,
} from "@/lib/testing/run-retention";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { now } from "@/lib/time/instant";
import { changeRetention, previewRetention, readRetention } from "./retention-settings";

const officer = testUser("privacy");
const bodies = ruleOf({ category: "bodies", ageDays: 3, action: "delete" });
const quarantine = ruleOf({ category: "quarantine", ageDays: 3, action: "delete" });
const accessLog = ruleOf({ category: "accessLog", ageDays: 30, action: "delete" });
const auditLog = ruleOf({ category: "auditLog", ageDays: 30, action: "delete" });

const note = (place: number, key: string) => ({
  ...eventOf("note", { note: `note ${place}` }, "2024-01-01 00:00:01", key),
  visitor: { key: `visitor of ${key}`, id: 1 },
});

/** Deliveries that arrived some days ago. */
async function deliverAgo(store: Store, days: number, ...bodiesSent: unknown[]): Promise<bigint[]> {
  const receivedAt = now() - BigInt(days) * dayUs;
  const stored = await append(
    store,
    bodiesSent.map((body) => ({ ...deliveryOf(body), receivedAt })),
  );
  return stored.map(({ id }) => id);
}

const bodyIds = async (store: Store) =>
  (await store.reader.deliveryBody.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);

describeEachDatabase("retention", (openStore) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore();
    useStore(store);
  });

  it("overwrites copies of deleted content in the unused bytes of SQLite's pages, twice a day", async () => {
    const { database } = store;
    if (database.dialect !== "sqlite") return;
    await runRetention(store, inDays(0));
    const connection = SqliteConnection.open(database.path);
    fillAndErase(connection);
    connection.close();
    await emptyWal(database.path);
    expect(occurrences(database.path)).toBeGreaterThan(0);
    await runRetention(store, inDays(1));
    expect(occurrences(database.path)).toBe(0);
  });

  /** What the previews of these rules count, and how many rows of each then go. */
  async function previewed(...rules: RetentionRule[]) {
    const preview = await previewRetention(officer, rules);
    if (preview instanceof Refusal) throw new Error(preview.message);
    return preview.data;
  }

  async function runs() {
    const all = await store.reader.retentionRun.findMany({ orderBy: [{ startedAt: "asc" }, { ruleId: "asc" }] });
    return all.map(({ ruleId, changed, held, error }) => ({ ruleId, changed, held, error }));
  }

  describe("of bodies", () => {
    it("deletes only old ones of good deliveries, also imported ones, and keeps their events", async () => {
      const many = Array.from({ length: 1500 }, (_, place) => ({ events: [note(place, "a")] }));
      const partial = { events: [note(-1, "a"), { event: 1 }] };
      await deliverAgo(store, 4, ...many, {});
      const kept = [
        ...(await deliverAgo(store, 40, "broken", partial)),
        ...(await deliverAgo(store, 2, { events: [note(-2, "a")] })),
      ];
      await deliverAgo(store, 400, { events: [note(-3, "a")] });
      const before = await store.reader.event.findMany({ orderBy: { id: "asc" } });

      await saveRules(store, bodies);
      expect(await previewed(bodies)).toMatchObject([{ count: 1502, held: 0 }]);
      await runRetention(store, now());
      expect(await bodyIds(store)).toEqual(kept);
      expect(await store.reader.event.findMany({ orderBy: { id: "asc" } })).toEqual(before);
      expect(await runs()).toEqual([{ ruleId: "bodies", changed: 1502, held: 0, error: null }]);
    });

    it("deletes to the microsecond, and what becomes old within 24 hours", async () => {
      const moment = inDays(0);
      const receivedAt = moment - 3n * dayUs;
      const sent = [-1n, 0n, 1n].map((after) => ({
        ...deliveryOf({ events: [note(Number(after), "a")] }),
        receivedAt: receivedAt + after,
      }));
      const [, second, third] = (await append(store, sent)).map(({ id }) => id);
      await saveRules(store, bodies);
      await runRetention(store, moment);
      expect(await bodyIds(store)).toEqual([second, third]);
      await runRetention(store, moment + dayUs);
      expect(await bodyIds(store)).toEqual([]);
    });

    it("applies DELIVERY_BODY_DAYS until rules are saved, and nothing after they are removed", async () => {
      await deliverAgo(store, 29, { events: [note(1, "a")] });
      await runRetention(store, now());
      expect(await bodyIds(store)).toHaveLength(1);
      await runRetention(store, inDays(2));
      expect(await bodyIds(store)).toHaveLength(0);
      await deliverAgo(store, 900, { events: [note(2, "a")] });
      await changeRetention(officer, []);
      await runRetention(store, inDays(4));
      expect(await bodyIds(store)).toHaveLength(1);
    });

    it("keeps those with events or duplicates of what is held, until it is released", async () => {
      const other = note(2, "b");
      const free = { events: [note(3, "c")] };
      await deliverAgo(store, 4, { events: [note(1, "a")] }, { events: [other] }, { events: [other] }, free);
      await deliverAgo(store, 4, { events: [note(4, "c"), note(5, "d")] });
      await project(store);
      const all = await bodyIds(store);
      await saveRules(store, bodies);
      const placed = [
        await placeHold(officer, { visitorKey: "visitor of a", reason: "x" }),
        await placeHold(officer, { conversationKey: "b", reason: "x" }),
        await placeHold(officer, { conversationKey: "d", reason: "x" }),
      ];
      expect(await previewed(bodies)).toMatchObject([{ count: 1, held: 4, examples: [{ id: String(all[3]) }] }]);
      await runRetention(store, now());
      expect(await bodyIds(store)).toEqual(all.filter((id) => id !== all[3]));
      expect(await runs()).toEqual([{ ruleId: "bodies", changed: 1, held: 4, error: null }]);
      for (const hold of placed) if (!(hold instanceof Refusal)) await releaseHold(officer, hold.id);
      await runRetention(store, inDays(1));
      expect(await bodyIds(store)).toEqual([]);
    });
  });

  describe("of the quarantine", () => {
    it("deletes texts and faults, and leaves the rows and good events", async () => {
      const partial = { events: [note(1, "a"), { event: "secret" }] };
      const [old, bad] = await deliverAgo(store, 4, partial, "secret is not JSON");
      const [young] = await deliverAgo(store, 2, "young");
      const [good] = await deliverAgo(store, 4, { events: [note(2, "a")] });
      await saveRules(store, quarantine);
      expect(await previewed(quarantine)).toMatchObject([{ count: 2, held: 0 }]);
      await runRetention(store, now());
      expect(await bodyIds(store)).toEqual([young, good]);
      expect(await store.reader.quarantinedEvent.count()).toBe(0);
      expect(await store.reader.event.count()).toBe(2);
      const left = await store.reader.delivery.findMany({ where: { id: { in: some([old ?? 0n, bad ?? 0n]) } } });
      expect(left.map(({ resolution, reason }) => [resolution, reason])).toEqual([
        ["dismissed", "Deleted by a retention rule"],
        ["dismissed", "Deleted by a retention rule"],
      ]);
      expect(await previewed(quarantine)).toMatchObject([{ count: 0 }]);
      expect(await runs()).toEqual([{ ruleId: "quarantine", changed: 2, held: 0, error: null }]);
    });

    it("keeps what contains the key of something that is held", async () => {
      await deliverAgo(store, 4, { events: [note(1, "key-a")] }, { events: [note(2, "key-b")] });
      const held = await deliverAgo(
        store,
        4,
        '{"visitor of key-a": ',
        { events: [{ event: {}, conversation: { key: "key-a" } }, note(3, "key-c")] },
        { events: [{ event: {} }, note(4, "key-b")] },
      );
      const [free] = await deliverAgo(store, 4, "nobody's");
      await project(store);
      await placeHold(officer, { visitorKey: "visitor of key-a", reason: "x" });
      await placeHold(officer, { conversationKey: "key-b", reason: "x" });
      await saveRules(store, quarantine);
      expect(await previewed(quarantine)).toMatchObject([{ count: 1, held: 3, examples: [{ id: String(free) }] }]);
      await runRetention(store, now());
      expect((await bodyIds(store)).slice(2)).toEqual(held);
      expect(await store.reader.quarantinedEvent.count()).toBe(2);
      expect(await runs()).toEqual([{ ruleId: "quarantine", changed: 1, held: 3, error: null }]);
    });
  });

  describe("of logs", () => {
    const entry = (days: number, subjectId = "somebody"): NewEntry => ({
      ...{ at: now() - BigInt(days) * dayUs, actorKind: "user", actorId: "1", actorName: "Ines", role: "agent" },
      ...{ action: "visitor.read", subjectType: "visitor", subjectId, detail: null, ip: null },
    });
    const add = (log: "audit" | "access", ...entries: NewEntry[]) =>
      inTransaction(store, (within) => appendEntries(within, log, entries));
    const days = async (log: string) => {
      const where = { log, action: "visitor.read" };
      const rows = await store.reader.auditEntry.findMany({ where, orderBy: { id: "asc" } });
      return rows.map(({ at }) => Number((now() - at) / dayUs));
    };

    it("deletes the oldest entries, and the rest can be verified", async () => {
      const old = Array.from({ length: 1200 }, () => entry(50));
      await add("access", ...old, entry(40), entry(20), entry(10));
      await add("audit", entry(60), entry(50), entry(5));
      await saveRules(store, accessLog, auditLog);
      expect(await previewed(accessLog, auditLog)).toMatchObject([{ count: 1201 }, { count: 2 }]);
      await runRetention(store, now());
      expect(await days("access")).toEqual([20, 10]);
      expect(await days("audit")).toEqual([5]);
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
      await add("access", entry(1));
      await runRetention(store, inDays(25));
      expect(await days("access")).toEqual([1]);
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
    });

    it("can empty a log, which then goes on", async () => {
      await add("access", entry(50));
      await saveRules(store, accessLog);
      await runRetention(store, now());
      expect(await store.reader.auditEntry.count({ where: { log: "access" } })).toBe(0);
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
      await add("access", entry(1));
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
    });

    it("is found by verification if somebody else cuts a log off", async () => {
      await add("access", entry(50), entry(40), entry(20), entry(10));
      await saveRules(store, accessLog);
      await runRetention(store, now());
      const third = await store.reader.auditEntry.findFirstOrThrow({ where: { log: "access", id: 3n } });
      await store.records.auditEntry.delete({ where: { log_id: { log: "access", id: 3n } } });
      const data = { startId: 3n, startHash: third.hash };
      await store.records.auditChain.update({ where: { log: "access" }, data });
      expect(await verifyLogs(store)).toMatchObject({ ok: false, firstBroken: "access-1" });
    });

    it("stops before an entry about something that is held", async () => {
      await deliverAgo(store, 1, { events: [note(1, "a")] });
      await project(store);
      await add("access", entry(50), entry(45, "visitor of a"), entry(40), entry(10));
      await placeHold(officer, { visitorKey: "visitor of a", reason: "x" });
      await saveRules(store, accessLog);
      expect(await previewed(accessLog)).toMatchObject([{ count: 1, held: 2 }]);
      await runRetention(store, now());
      expect(await days("access")).toEqual([45, 40, 10]);
      expect(await runs()).toEqual([{ ruleId: "accessLog", changed: 1, held: 2, error: null }]);
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
    });
  });

  describe("in steps", () => {
    const deliverMany = () =>
      deliverAgo(store, 4, ...Array.from({ length: 2500 }, (_, place) => ({ events: [note(place, "a")] })));

    it("follows a rule that is changed or removed meanwhile at once", async () => {
      await deliverMany();
      await saveRules(store, bodies);
      await runRetention(store, now() - 10n * dayUs);
      const at = inDays(0);
      const kind = watchedRetention(async (step) => {
        if (step === 3) await changeRetention(officer, [{ ...bodies, ageDays: 5 }]);
      });
      await runDueJobs(store, { kinds: [kind], now: () => at });
      expect(await bodyIds(store)).toHaveLength(1500);
      const [change] = await store.reader.auditEntry.findMany({ where: { action: "retention.change" } });
      expect(change?.detail).toContain('"ageDays":5');
      expect(await runs()).toContainEqual({ ruleId: "bodies", changed: 1000, held: 0, error: null });

      const removing = watchedRetention(async (step) => {
        if (step === 3) await changeRetention(officer, []);
      });
      await saveRules(store, bodies);
      await runDueJobs(store, { kinds: [removing], now: () => at + dayUs / 24n });
      expect(await bodyIds(store)).toHaveLength(500);
    });

    it("respects a hold that is placed meanwhile", async () => {
      await deliverMany();
      await saveRules(store, bodies);
      const kind = watchedRetention(async (step) => {
        if (step === 3) await placeHold(officer, { conversationKey: "a", reason: "x" });
      });
      await runRetention(store, now() - 10n * dayUs);
      await runDueJobs(store, { kinds: [kind], now: () => inDays(0) });
      expect(await bodyIds(store)).toHaveLength(1500);
      expect(await runs()).toContainEqual({ ruleId: "bodies", changed: 1000, held: 1500, error: null });
    });

    it("continues where it was killed, and counts each row once", async () => {
      await deliverMany();
      await saveRules(store, bodies);
      await runRetention(store, now() - 10n * dayUs);
      const failing = watchedRetention(async (step) => {
        if (step % 2 === 0) throw new Error("killed");
      });
      await runHourly(store, failing, { from: inDays(0), hours: 10n });
      expect(await bodyIds(store)).toHaveLength(0);
      const changed = (await runs()).reduce((sum, run) => sum + run.changed, 0);
      expect(changed).toBe(2500);
      const entries = await store.reader.auditEntry.findMany({ where: { action: "retention.run" } });
      expect(entries.map(({ detail }) => JSON.parse(detail ?? "").changed)).toEqual([2500]);
      expect(await verifyLogs(store)).toMatchObject({ ok: true });
    });
  });

  it("is listed with its runs, of which the idle ones replace each other", async () => {
    await saveRules(store, bodies, quarantine);
    for (const days of [1, 2, 3]) await runRetention(store, inDays(days));
    const read = await readRetention(officer);
    expect(read.rules).toEqual([bodies, quarantine]);
    expect(read.runs.map(({ rule, changed }) => [rule, changed]).sort()).toEqual([
      ["Delivery bodies after 3 days", 0],
      ["Quarantine after 3 days", 0],
    ]);
    expect(await store.reader.auditEntry.count()).toBe(0);
  });
});
