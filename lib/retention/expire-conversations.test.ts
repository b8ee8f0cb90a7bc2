import { beforeEach, describe, expect, it } from "vitest";
import type { RetentionRule } from "@/lib/api/retention";
import { verifyLogs } from "@/lib/audit/verify-logs";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { bigintJson } from "@/lib/json/bigint-json";
import { Refusal } from "@/lib/queries/refusal";
import { placeHold } from "@/lib/saved/holds";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, log } from "@/lib/testing/deliver";
import {
  dayUs,
  inDays,
  ruleOf,
  runHourly,
  runRetention,
  saveRules,
  watchedRetention,
} from "@/lib/testing/run-retention";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { now, toIso } from "@/lib/time/instant";
import { changeRetention, previewRetention } from "./retention-settings";

const officer = testUser("privacy");
const conversations = ruleOf({ category: "conversations", ageDays: 100, action: "delete" });
const notes = ruleOf({ category: "notes", ageDays: 100, action: "skeleton" });
const content = ruleOf({ category: "content", ageDays: 100, action: "skeleton" });

/** A conversation whose last event was some days ago. */
function conversation(
  key: string,
  { days, count = 3, isClosed = false }: { days: number; count?: number; isClosed?: boolean },
) {
  const at = (place: number) => {
    const time = now() - BigInt(days) * dayUs - BigInt(count + 1 - place) * 1_000_000n;
    return toIso(time).replace("T", " ").slice(0, -1);
  };
  const by = (type: string) => ({ type, id: "1", email: null });
  const said = (place: number) => ({
    message_by: by(place % 2 === 0 ? "visitor" : "bot"),
    message: { type: "text", text: `secret ${place} of ${key}` },
  });
  const events = Array.from({ length: count }, (_, place) => eventOf("message", said(place), at(place), key));
  const closed = eventOf("status", { status: "closed", changed_by: by("user") }, at(count), key);
  return [...events, ...(isClosed ? [closed] : [])].map((event) => ({
    ...event,
    visitor: { key: `visitor of ${key}`, id: 1 },
  }));
}

describeEachDatabase("retention of conversations", (openStore) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore();
    useStore(store);
  });

  const keys = async () =>
    (await store.reader.conversation.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
  /** Everything that is stored of a conversation's events. */
  const stored = async () => {
    const events = await store.reader.event.findMany({ orderBy: { id: "asc" } });
    const bodies = await store.reader.deliveryBody.findMany({ orderBy: { id: "asc" } });
    const rows = await store.reader.conversation.findMany({ orderBy: { id: "asc" } });
    return bigintJson([events, bodies.map(({ bytes }) => Buffer.from(bytes).toString()), rows]);
  };
  const has = async (key: string) => (await stored()).includes(`of ${key}"`);
  const preview = async (rule: RetentionRule) => {
    const answer = await previewRetention(officer, [rule]);
    if (answer instanceof Refusal) throw new Error(answer.message);
    return answer.data[0];
  };
  const runs = async () =>
    (await store.reader.retentionRun.findMany()).map(({ ruleId, changed, held }) => ({ ruleId, changed, held }));

  it("deletes old ones that match the filter, and leaves the others in shared deliveries", async () => {
    const old = conversation("old", { days: 101 });
    const closed = conversation("closed", { days: 101, isClosed: true });
    const young = conversation("young", { days: 99, isClosed: true });
    await deliver(store, { events: [...old, ...closed, ...young] });
    await deliver(store, { events: closed });
    const rule = { ...conversations, filter: "status=closed" };
    await saveRules(store, rule);
    expect(await preview(rule)).toMatchObject({
      count: 1,
      held: 0,
      examples: [{ type: "conversation", id: "closed" }],
    });
    await runRetention(store, now());
    expect(await keys()).toEqual(["old", "young"]);
    expect([await has("closed"), await has("old"), await has("young")]).toEqual([false, true, true]);
    expect(await runs()).toEqual([{ ruleId: "conversations", changed: 1, held: 0 }]);
    expect(await store.reader.visitor.findMany({ where: { key: "visitor of closed" } })).toEqual([]);

    const again = await deliver(store, { events: closed });
    expect(again).toMatchObject([{ accepted: 0 }]);
    expect(await keys()).toEqual(["old", "young"]);
    await runRetention(store, inDays(2));
    expect(await keys()).toEqual(["old"]);
    expect(await preview(rule)).toMatchObject({ count: 0 });
    expect(await verifyLogs(store)).toMatchObject({ ok: true });
  });

  it("reduces content to skeletons, once, with the same counts", async () => {
    await deliver(store, { events: conversation("a", { days: 101, count: 150 }) });
    await deliver(store, { events: conversation("b", { days: 99 }) });
    await saveRules(store, content);
    const where = { where: { key: "a" } };
    const before = await store.reader.conversation.findUniqueOrThrow(where);
    expect(await preview(content)).toMatchObject({ count: 1 });
    await runRetention(store, now());
    expect([await has("a"), await has("b")]).toEqual([false, true]);
    const { eventCount, visitorMessages, botMessages, lastEventAt } = before;
    expect(await store.reader.conversation.findUniqueOrThrow(where)).toMatchObject({
      ...{ eventCount, visitorMessages, botMessages, lastEventAt },
      lastMessageText: expect.not.stringContaining("secret"),
    });
    expect(await preview(content)).toMatchObject({ count: 0 });
    await runRetention(store, now() + dayUs / 2n);
    expect(await runs()).toContainEqual({ ruleId: "content", changed: 1, held: 0 });
    expect(await runs()).toContainEqual({ ruleId: "content", changed: 0, held: 0 });
  });

  it("reduces notes alone, also in the bodies of deliveries", async () => {
    const at = toIso(now() - 101n * dayUs)
      .replace("T", " ")
      .slice(0, -1);
    const noted = (text: string, key: string) => ({
      ...eventOf("note", { note: text, note_by: { type: "user", id: "7", email: "ines@example.com" } }, at, key),
      visitor: { key: `visitor of ${key}`, id: 1 },
    });
    const said = conversation("a", { days: 101 });
    await deliver(store, { events: [...said, noted("a-note of a", "a"), noted("b-note of b", "b")] });
    await deliver(store, { events: [noted("a-note of a", "a"), ...conversation("c", { days: 101 })] });
    const rule = { ...notes, filter: "key=a" };
    await saveRules(store, rule);
    expect(await preview(rule)).toMatchObject({ count: 1 });
    await runRetention(store, now());
    const left = await stored();
    expect(left).not.toContain("a-note");
    for (const text of ["b-note of b", "secret 0 of a", "secret 2 of a"]) expect(left).toContain(text);
    expect(await store.reader.conversation.findUnique({ where: { key: "a" } })).toMatchObject({
      noteCount: 1,
      eventCount: 4,
    });
    expect(await preview(rule)).toMatchObject({ count: 0 });
    expect(await runs()).toEqual([{ ruleId: "notes", changed: 1, held: 0 }]);
  });

  it("keeps everything of what is held", async () => {
    for (const key of ["a", "b", "c"]) await deliver(store, { events: conversation(key, { days: 101 }) });
    const before = await stored();
    await placeHold(officer, { visitorKey: "visitor of a", reason: "x" });
    await placeHold(officer, { conversationKey: "b", reason: "x" });
    await placeHold(officer, { conversationKey: "c", reason: "x" });
    await saveRules(store, content, conversations);
    expect(await preview(content)).toMatchObject({ count: 0, held: 3 });
    await runRetention(store, now());
    expect(await stored()).toBe(before);
    expect(await runs()).toContainEqual({ ruleId: "conversations", changed: 0, held: 3 });
  });

  it("finds within 24 hours what was already old when it arrived", async () => {
    await deliver(store, { events: conversation("a", { days: 101 }) });
    await saveRules(store, conversations);
    await runRetention(store, inDays(0));
    expect(await keys()).toEqual([]);
    await deliver(store, { events: conversation("imported", { days: 1000 }) });
    for (const hours of [1n, 12n, 23n]) await runRetention(store, now() + (hours * dayUs) / 24n);
    expect(await keys()).toEqual([]);
  });

  it("looks only at what has become old since, in most passes", async () => {
    await deliver(store, { events: conversation("a", { days: 101 }) });
    await deliver(store, { events: conversation("b", { days: 99 }) });
    await saveRules(store, content);
    await runRetention(store, inDays(0));
    await store.records.event.updateMany({ data: { erasedAt: null } });
    await runRetention(store, inDays(0) + dayUs / 24n);
    expect(await store.reader.event.count({ where: { erasedAt: { not: null } } })).toBe(0);
    await runRetention(store, inDays(2));
    expect(await store.reader.event.count({ where: { erasedAt: null } })).toBe(0);
  });

  it("keeps a conversation with a new event that is not projected yet", async () => {
    await deliver(store, { events: conversation("a", { days: 101 }) });
    await saveRules(store, conversations);
    await log(store, { events: conversation("a", { days: 0 }) });
    await runRetention(store, now());
    expect(await has("a")).toBe(true);
    expect(await store.reader.event.count()).toBe(6);
  });

  describe("in steps", () => {
    it.each([3, 4, 5, 6, 7])(
      "stops in step %i if a hold is placed or the rule removed, with true projections",
      async (stop) => {
        for (const change of ["hold", "rule"] as const) {
          const key = `${change}-${stop}`;
          await deliver(store, { events: conversation(key, { days: 101, count: 100 }) });
          await saveRules(store, content);
          await runRetention(store, now() - 100n * dayUs);
          const kind = watchedRetention(async (step) => {
            if (step !== stop) return;
            if (change === "hold") await placeHold(officer, { conversationKey: key, reason: "x" });
            else await changeRetention(officer, []);
          });
          await runDueJobs(store, { kinds: [kind], now: () => now() });
          const { id, eventCount } = await store.reader.conversation.findUniqueOrThrow({ where: { key } });
          expect(eventCount).toBe(100);
          const left = await store.reader.event.count({ where: { conversationId: id, erasedAt: null } });
          expect(left).toBe(Math.max(0, 100 - (stop - 3) * 60));
          const [last] = await store.reader.conversation.findMany({ where: { key } });
          expect(last?.lastMessageText?.includes("secret")).toBe(left > 0);
          await store.records.job.deleteMany();
        }
      },
    );

    it("is complete though each second step is killed", async () => {
      for (const key of ["a", "b"]) await deliver(store, { events: conversation(key, { days: 101, count: 120 }) });
      await saveRules(store, conversations);
      await runRetention(store, now() - 100n * dayUs);
      const failing = watchedRetention(async (step) => {
        if (step % 2 === 0) throw new Error("killed");
      });
      await runHourly(store, failing, { from: inDays(0), hours: 30n });
      expect(await keys()).toEqual([]);
      expect(await store.reader.event.count()).toBe(0);
      const entries = await store.reader.auditEntry.findMany({ where: { action: "retention.run" } });
      expect(entries.map(({ detail }) => JSON.parse(detail ?? "").changed)).toEqual([2]);
    });
  });
});
