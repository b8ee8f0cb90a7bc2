import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { erasureJob } from "@/lib/erasure/erasure-job";
import { requireAppliedErasures } from "@/lib/erasure/require-applied";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { withStore } from "@/lib/store/admin/with-store";
import type { Store } from "@/lib/store/connection/open-store";
import { requestErasure } from "@/lib/store/erasure/erasures";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { emptyDatabase, hasPrograms, runCommand, withoutPrograms } from "@/lib/testing/commands";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";

const folder = mkdtempSync(join(tmpdir(), "playhead-journal-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const said = (text: string, who: string) => ({
  ...eventOf("note", { note: text }, "2024-01-01 00:00:01", `conversation of ${who}`),
  visitor: { key: `visitor ${who}`, id: 1 },
});
const events = [said("CANARY", "ann"), said("hello", "ben")];
const textsOf = async ({ reader }: Store) => (await reader.event.findMany()).map(({ raw }) => raw).join("\n");
const actionsOf = async ({ reader }: Store) =>
  (await reader.auditEntry.findMany({ where: { log: "audit" }, orderBy: { id: "asc" } })).map(({ action }) => action);

describeEachDatabase("the erasure journal", (openStore, createDatabase, dialect) => {
  const variables = {
    ERASURE_JOURNAL: join(folder, `${dialect}.jsonl`),
    AUTH_SECRET: "a secret of tests, long enough to sign with",
  };

  async function erase(store: Store): Promise<void> {
    vi.stubEnv("ERASURE_JOURNAL", variables.ERASURE_JOURNAL);
    await inTransaction(store, (within) =>
      requestErasure(within, {
        ...{ id: "e1", mode: "whole", subjectType: "visitor", subjectKey: "visitor ann", reason: "Case 7" },
        ...{ refuseFuture: false, requestedBy: "privacy@example.com", requestedAt: 1n },
      }),
    );
    await runDueJobs(store, { kinds: [erasureJob] });
    expect(await textsOf(store)).not.toContain("CANARY");
  }

  it("is applied by npm run import, and its absence refused by a server without npm run migrate", async () => {
    const newer = await openStore();
    await deliver(newer, { events });
    await erase(newer);
    await requireAppliedErasures(newer);

    const database = await createDatabase();
    await withStore(database, async (older) => {
      await deliver(older, { events });
      await expect(requireAppliedErasures(older)).rejects.toMatchObject({
        code: "erasure_incomplete",
        message: expect.stringContaining("lacks 1 erasure"),
      });
    });
    const file = join(folder, `${dialect}.import.jsonl`);
    writeFileSync(file, `${JSON.stringify({ events })}\n`);
    const imported = await runCommand("import", database, { args: [file], variables });
    expect(imported.output).toContain("1 duplicates");
    expect(imported.output).toContain("1 events skipped that were erased before");
    expect(imported.code).toBe(0);
    await withStore(database, async (older) => {
      expect(await textsOf(older)).not.toContain("CANARY");
      expect(await textsOf(older)).toContain("hello");
      await requireAppliedErasures(older);
      expect(await actionsOf(older)).toEqual(["erasure.finish", "import.run"]);
    });
    expect(await runCommand("rebuild", database, { variables })).toMatchObject({ code: 0 });
    await withStore(database, async (older) => expect(await actionsOf(older)).toContain("rebuild.run"));
  }, 120_000);

  it("is applied by npm run restore", async ({ skip }) => {
    const store = await openStore();
    if (dialect === "postgresql" && !(await hasPrograms(store))) skip(withoutPrograms);
    rmSync(variables.ERASURE_JOURNAL, { force: true });
    await deliver(store, { events });
    const to = join(folder, `backups-${dialect}`);
    const backup = await runCommand("backup", store.database, { args: ["--to", to] });
    const place = /Backed up .+ to (\S+) \(/.exec(backup.output)?.[1] ?? "";
    await erase(store);

    const empty = await emptyDatabase(dialect, folder);
    const restored = await runCommand("restore", empty.database, { args: [place], variables });
    expect(restored.output).toContain("Applying erasures again");
    expect(restored.code).toBe(0);
    await withStore(empty.database, async (older) => {
      expect(await textsOf(older)).not.toContain("CANARY");
      expect(await textsOf(older)).toContain("hello");
      expect(await older.reader.erasure.findFirst()).toMatchObject({ id: "e1", subjectKey: null });
      expect(await actionsOf(older)).toContain("restore.run");
    });
    await empty.drop();
  }, 120_000);
});
