import { createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { bigintJson } from "@/lib/json/bigint-json";
import { backupSqlite } from "@/lib/store/admin/backup-sqlite";
import { restoreSqlite } from "@/lib/store/admin/restore-sqlite";
import { withStore } from "@/lib/store/admin/with-store";
import type { Store } from "@/lib/store/connection/open-store";
import { type ErasureMode, requestErasure } from "@/lib/store/erasure/erasures";
import { signingKeyOf } from "@/lib/store/erasure/signing-key";
import { project } from "@/lib/store/projections/project";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { erasureJob } from "./erasure-job";
import { readJournal } from "./journal";
import { journalPath } from "./journal-path";
import { reapplyErasures } from "./reapply";
import { verifyReceipt } from "./receipt";

const said = (text: string, who: string, second: number) => ({
  ...eventOf(
    "message",
    { message_by: { type: "visitor" }, message: { type: "text", text } },
    `2024-01-01 00:00:0${second}`,
    `conversation of ${who}`,
  ),
  visitor: { key: `visitor ${who}`, id: 1 },
});
const events = [said("CANARY one", "ann", 1), said("hello", "ben", 2), said("CANARY two", "ann", 3)];
const nothing = { accepted: 0, duplicates: 0, quarantined: 0, erased: 0 };

const journal = () => process.env.ERASURE_JOURNAL ?? "";

beforeEach(() => {
  vi.stubEnv("ERASURE_JOURNAL", join(mkdtempSync(join(tmpdir(), "playhead-reapply-")), "erasures.jsonl"));
});
afterEach(() => vi.unstubAllEnvs());

describeEachDatabase("erasures of the journal", (openStore, createDatabase, dialect) => {
  const filled = async () => {
    const store = await openStore();
    await deliver(store, { events: events.slice(0, 2) }, { events: events.slice(1) });
    return store;
  };

  it.each(["content", "whole"] as const)("are applied to an older database, once: %s", async (mode) => {
    const newer = await filled();
    const older = await filled();
    await erase(newer, mode);
    expect(readJournal(journal()).entries).toMatchObject([{ id: "erasure 1", mode, subjectType: "visitor" }]);
    expect(await textsOf(older)).toContain("CANARY");
    expect(await reapplyErasures(older)).toBe(1);
    expect(await textsOf(older)).not.toContain("CANARY");
    expect(await textsOf(older)).toContain("hello");
    expect(await older.reader.event.count()).toBe(mode === "whole" ? 1 : 3);
    const row = await older.reader.erasure.findFirstOrThrow();
    expect(row).toMatchObject({ id: "erasure 1", state: "done", subjectKey: null, found: 2, erased: 2 });
    const key = createPublicKey(await signingKeyOf(older));
    expect(verifyReceipt(row.receipt ?? "", key)).toMatchObject({
      ok: true,
      receipt: { mode, proof: { journal: true } },
    });
    const [again] = await deliver(older, { events });
    expect(again).toMatchObject({ ...nothing, duplicates: 1, erased: 2 });

    expect(await reapplyErasures(older)).toBe(0);
    expect(await reapplyErasures(newer)).toBe(0);
    expect(readJournal(journal()).entries).toHaveLength(1);
  });

  it("keep new messages, unless the erasure refused them", async () => {
    const newer = await filled();
    const older = await filled();
    await erase(newer, "content");
    await erase(newer, "content", { id: "erasure 2", who: "ben", refuseFuture: true });
    await reapplyErasures(older);
    const [stored] = await deliver(older, { events: [said("new", "ann", 4), said("new", "ben", 5)] });
    expect(stored).toMatchObject({ ...nothing, accepted: 1, erased: 1 });
  });

  it("are remembered by an empty database, which takes over the key", async () => {
    await erase(await filled(), "whole");
    const empty = await openStore();
    expect(await reapplyErasures(empty)).toBe(1);
    const [stored] = await deliver(empty, { events });
    expect(stored).toMatchObject({ ...nothing, accepted: 1, erased: 2 });
  });

  it("continue after an interruption", async () => {
    await erase(await filled(), "whole");
    const older = await filled();
    await reapplyErasures(older);
    // As if it had been interrupted before anything was removed.
    await deliver(older, { events: [{ ...events[0], timestamp: "2024-01-01 00:00:09" }] });
    await older.records.erasure.updateMany({ data: { state: "running", subjectKey: "", doneAt: null, receipt: null } });
    expect(await reapplyErasures(older)).toBe(1);
    expect(await textsOf(older)).not.toContain("CANARY");
    expect(await older.reader.erasure.findFirst()).toMatchObject({ state: "done" });
  });

  it("of another database are refused", async () => {
    await erase(await filled(), "whole");
    const foreign = await filled();
    const own = journal();
    vi.stubEnv("ERASURE_JOURNAL", `${own}.other`);
    await erase(foreign, "whole");
    vi.stubEnv("ERASURE_JOURNAL", own);
    await expect(reapplyErasures(foreign)).rejects.toMatchObject({ code: "erasure_journal_foreign" });
  });

  it("are refused without the key, and reported if a line is damaged", async () => {
    await erase(await filled(), "whole");
    const older = await filled();
    const [header, ...lines] = readFileSync(journal(), "utf8").split("\n");
    writeFileSync(journal(), lines.join("\n"));
    await expect(reapplyErasures(older)).rejects.toMatchObject({ code: "erasure_journal_unreadable" });
    writeFileSync(journal(), [header, '{"id":', ...lines].join("\n"));
    const told: string[] = [];
    expect(await reapplyErasures(older, (line) => told.push(line))).toBe(1);
    expect(told[0]).toContain("skipped: 2");
  });

  it.runIf(dialect === "sqlite")("are applied to a restored backup that is older than the key", async () => {
    vi.stubEnv("ERASURE_JOURNAL", "");
    const database = await createDatabase();
    if (database.dialect !== "sqlite") throw new Error("not SQLite");
    const backup = `${database.path}.backup`;
    await withStore(database, async (store) => {
      await deliver(store, { events });
      expect(backupSqlite(database.path, backup)).toMatchObject({ ok: true });
      await erase(store, "content");
    });
    expect(readJournal(journalPath(database) ?? "").entries).toHaveLength(1);
    expect(restoreSqlite({ backup, target: database.path, force: true })).toMatchObject({ ok: true });
    await withStore(database, async (store) => {
      expect(await textsOf(store)).toContain("CANARY");
      expect(await reapplyErasures(store)).toBe(1);
      expect(await textsOf(store)).not.toContain("CANARY");
    });
    expect(readFileSync(database.path).includes("CANARY")).toBe(false);
  });
});

async function erase(
  store: Store,
  mode: ErasureMode,
  { id = "erasure 1", who = "ann", refuseFuture = false } = {},
): Promise<void> {
  const subject = { subjectType: "visitor", subjectKey: `visitor ${who}` } as const;
  const request = {
    ...subject,
    id,
    mode,
    reason: "Case 7",
    refuseFuture,
    requestedBy: "a@example.com",
    requestedAt: 1n,
  };
  await inTransaction(store, (within) => requestErasure(within, request));
  await runDueJobs(store, { kinds: [erasureJob] });
  expect(await store.reader.erasure.findUnique({ where: { id } })).toMatchObject({ state: "done" });
}

/** Everything that the log and the lists contain. */
async function textsOf(store: Store): Promise<string> {
  await project(store);
  const { reader } = store;
  const bodies = await reader.deliveryBody.findMany();
  const rows = [await reader.event.findMany(), await reader.conversation.findMany(), await reader.visitor.findMany()];
  const text = bigintJson(rows);
  return text + bodies.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
}
