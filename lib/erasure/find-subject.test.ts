import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AccessLog } from "@/lib/audit/access-log";
import type { JobKind } from "@/lib/jobs/job-kind";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { bigintJson } from "@/lib/json/bigint-json";
import type { Store } from "@/lib/store/connection/open-store";
import { type ErasureMode, requestErasure } from "@/lib/store/erasure/erasures";
import { deleteHold, insertHold } from "@/lib/store/erasure/holds";
import { project } from "@/lib/store/projections/project";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { erasureJob } from "./erasure-job";
import { readJournal } from "./journal";
import { reapplyErasures } from "./reapply";

const said = (text: string, { key = "a", visitor = "ann", second = 1 } = {}) => ({
  ...eventOf(
    "message",
    { message_by: { type: "visitor" }, message: { type: "text", text } },
    `2024-01-01 00:00:0${second}`,
    key,
  ),
  visitor: { key: visitor, id: 1 },
});

beforeEach(() => {
  vi.stubEnv("ERASURE_JOURNAL", join(mkdtempSync(join(tmpdir(), "playhead-find-")), "erasures.jsonl"));
});
afterEach(() => vi.unstubAllEnvs());

describeEachDatabase("an erasure", (openStore, _createDatabase, dialect) => {
  const request = (
    store: Store,
    { mode = "content" as ErasureMode, id = "e1", refuseFuture = false, who = "ann" } = {},
  ) =>
    inTransaction(store, (within) =>
      requestErasure(within, {
        ...{ id, mode, subjectType: "visitor", subjectKey: who, reason: "Case 7", refuseFuture },
        ...{ requestedBy: "privacy@example.com", requestedAt: 1n },
      }),
    );
  const stateOf = (store: Store, id = "e1") => store.reader.erasure.findUniqueOrThrow({ where: { id } });
  const eventsOf = async ({ reader }: Store) => {
    const events = await reader.event.findMany({ orderBy: { id: "asc" } });
    return events.map(({ raw, erasedAt }) => (erasedAt === null ? raw : "erased"));
  };
  const textOf = async (store: Store) => {
    const { reader } = store;
    const bodies = await reader.deliveryBody.findMany();
    const rows = [
      await reader.event.findMany(),
      await reader.conversation.findMany(),
      await reader.maskedText.findMany(),
    ];
    const text = bigintJson(rows);
    return text + bodies.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
  };

  it.each([
    ["ann", "a"],
    ['än/n "1"', "a"],
    ["conversation:a", "a"],
  ])("finds a conversation that only earlier belonged to the visitor %s", async (visitor, key) => {
    const store = await openStore();
    const first = said("CANARY first", { visitor });
    const body = JSON.stringify({
      events: [
        visitor === "conversation:a" ? { ...first, visitor: undefined } : first,
        said("CANARY later", { visitor: "ben", second: 2 }),
        said("other", { key: "b", visitor: "ben", second: 3 }),
      ],
    }).replaceAll("/", "\\/");
    await deliver(store, body);
    expect(await store.reader.conversation.findFirst({ where: { key } })).toMatchObject({ visitorKey: "ben" });
    await request(store, { who: visitor });
    await runDueJobs(store, { kinds: [erasureJob] });
    expect(await stateOf(store)).toMatchObject({ state: "done", found: 2, erased: 2 });
    expect(await textOf(store)).not.toContain("CANARY");
    expect(await textOf(store)).toContain("other");
  });

  it.each(["content", "whole"] as const)("(%s) finds a conversation that could not be projected", async (mode) => {
    const store = await openStore();
    await refuse(store, "CANARY refused");
    await deliver(store, { events: [said("CANARY good"), said("CANARY better", { second: 2 })] });
    await deliver(store, { events: [said("CANARY refused", { second: 3 })] });
    expect(await store.reader.failedProjection.count()).toBe(1);
    await request(store, { mode });
    await runDueJobs(store, { kinds: [erasureJob] });
    expect(await stateOf(store)).toMatchObject({ state: "done", found: 3, erased: 3 });
    expect((await textOf(store)).toLowerCase()).not.toContain("canary");
    await project(store);
    expect(await store.reader.failedProjection.count()).toBe(0);
    const conversations = await store.reader.conversation.findMany();
    expect(conversations.map(({ eventCount }) => eventCount)).toEqual(mode === "content" ? [3] : []);
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it.each(["content", "whole"] as const)(
    "(%s) stops at a legal hold that is placed meanwhile, and completes later",
    async (mode) => {
      const store = await openStore();
      const keys = Array.from({ length: 6 }, (_, place) => `c${place}`);
      await deliver(store, { events: keys.map((key) => said(`CANARY of ${key}`, { key })) });
      await request(store, { mode, refuseFuture: true });
      await runDueJobs(store, { kinds: [after(store, 3)] });
      const stopped = await stateOf(store);
      expect(stopped).toMatchObject({ state: "failed", error: expect.stringContaining("lawsuit"), found: 6 });
      expect(stopped.erased).toBeGreaterThan(0);
      expect(stopped.erased).toBeLessThan(6);
      expect(await store.reader.event.count({ where: { erasedAt: null } })).toBe(6 - stopped.erased);
      expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
      const { entries } = readJournal(process.env.ERASURE_JOURNAL ?? "");
      expect(entries).toMatchObject([{ id: "e1", stoppedIn: "events", refuseFuture: false }]);
      expect(await reapplyErasures(store)).toBe(0);
      const restored = await openStore();
      await deliver(restored, { events: keys.map((key) => said(`CANARY of ${key}`, { key })) });
      expect(await reapplyErasures(restored)).toBe(1);
      expect(await eventsOf(restored)).toEqual(await eventsOf(store));
      expect(await stateOf(restored)).toMatchObject({ state: "failed", erased: stopped.erased });
      expect((await rebuild(restored, () => {})).conversations.changed).toBe(0);
      expect(await reapplyErasures(restored)).toBe(0);
      const [later] = await deliver(store, { events: [said("CANARY new", { key: "c9" })] });
      expect(later).toMatchObject({ accepted: 1, erased: 0 });

      await inTransaction(store, (within) => deleteHold(within, "h1"));
      await request(store, { mode, id: "e2" });
      await runDueJobs(store, { kinds: [erasureJob] });
      expect(await stateOf(store, "e2")).toMatchObject({
        state: "done",
        found: 7 - stopped.erased,
        erased: 7 - stopped.erased,
      });
      expect(await textOf(store)).not.toContain("CANARY");
      const remembered = readJournal(process.env.ERASURE_JOURNAL ?? "").entries;
      expect(remembered.map(({ id }) => id)).toEqual(["e1", "e2"]);
      expect(remembered[1]?.events).toHaveLength(mode === "content" ? 14 : 7);
      const old = await openStore();
      await deliver(old, { events: keys.map((key) => said(`CANARY of ${key}`, { key })) });
      expect(await reapplyErasures(old)).toBe(2);
      expect(await textOf(old)).not.toContain("CANARY");
      expect(await stateOf(old, "e2")).toMatchObject({ state: "done" });
    },
  );

  it("is stopped by a hold on the visitor that a conversation belongs to now", async () => {
    const store = await openStore();
    await deliver(store, { events: [said("first"), said("later", { visitor: "ben", second: 2 })] });
    await hold(store, "ben");
    await request(store);
    await runDueJobs(store, { kinds: [erasureJob] });
    expect(await stateOf(store)).toMatchObject({ state: "failed", erased: 0 });
    const actions = await store.reader.auditEntry.findMany({ where: { log: "audit" } });
    expect(actions.map(({ action }) => action)).toEqual(["erasure.fail"]);
  });

  it("says in the receipt who has received the data, which the access log then forgets", async () => {
    const store = await openStore();
    await deliver(store, { events: [said("one"), said("two", { key: "b", visitor: "ben", second: 2 })] });
    const log = new AccessLog(store);
    const read = (kind: "user" | "token", id: string, key: string) => {
      const actor = { kind, id, name: `${kind} ${id}`, role: null, ip: null };
      const action = kind === "token" ? "conversation.read" : "transcript.read";
      log.note(actor, { action, subject: { type: "conversation", id: key }, detail: null });
    };
    for (const [kind, id, key] of [
      ["token", "crm", "a"],
      ["user", "7", "a"],
      ["token", "other", "b"],
    ] as const) {
      read(kind, id, key);
    }
    await log.flush();
    await request(store);
    await runDueJobs(store, { kinds: [erasureJob] });
    const { recipients } = JSON.parse((await stateOf(store)).receipt ?? "");
    expect(recipients).toEqual([
      expect.stringMatching(/^API token “token crm”: 1, \d{4}-\d\d-\d\d$/),
      expect.stringMatching(/^Transcripts and archives downloaded by staff: 1, /),
    ]);
    const left = await store.reader.auditEntry.findMany({ where: { log: "access" }, orderBy: { id: "asc" } });
    expect(left.map(({ subjectId }) => subjectId)).not.toContain("a");
  });

  /** The job, during which a hold is placed after some conversations. */
  function after(store: Store, conversations: number): JobKind {
    let places = 0;
    return {
      ...erasureJob,
      run: async (step) => {
        const before = (await stateOf(store)).erased;
        if (before === conversations && places === 0) {
          places += 1;
          await hold(store, "ann");
        }
        return erasureJob.run(step);
      },
    };
  }

  const hold = (store: Store, subjectKey: string) =>
    inTransaction(store, (within) =>
      insertHold(within, {
        ...{ id: "h1", subjectType: "visitor", subjectKey, reason: "lawsuit" },
        ...{ madeBy: "privacy@example.com", createdAt: 1n },
      }),
    );

  async function refuse({ writer }: Store, text: string): Promise<void> {
    const statements =
      dialect === "postgresql"
        ? [`ALTER TABLE "Conversation" ADD CONSTRAINT "refuse" CHECK ("lastMessageText" <> '${text}')`]
        : ["INSERT", "UPDATE"].map(
            (
              change,
            ) => `CREATE TRIGGER "refuse ${change}" BEFORE ${change} ON "Conversation" WHEN new."lastMessageText" = '${text}'
              BEGIN SELECT RAISE(ABORT, 'refused'); END`,
          );
    for (const statement of statements) await writer.$executeRawUnsafe(statement);
  }
});
