import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { emptyWal } from "@/lib/store/erasure/clean-files";
import { requestErasure } from "@/lib/store/erasure/erasures";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { readProgress } from "./erasure-progress";

const text = "CANARY that was said by the visitor";
const said = eventOf(
  "message",
  { message_by: { type: "visitor" }, message: { type: "text", text } },
  "2024-01-01 00:00:01",
);

beforeEach(() => {
  vi.stubEnv("ERASURE_JOURNAL", join(mkdtempSync(join(tmpdir(), "playhead-restarted-")), "erasures.jsonl"));
});
afterEach(() => vi.unstubAllEnvs());

/** The job as a process has it that has just started. */
async function startedJob() {
  vi.resetModules();
  return (await import("./erasure-job")).erasureJob;
}

describeEachDatabase("an erasure whose process ends before its last step", (openStore) => {
  it("still searches the files for the person's texts", async () => {
    const { proof, store } = await finishWith({});
    expect(proof).toMatchObject(
      store.dialect === "sqlite" ? { found: 0, searchedTexts: 2, walEmptied: true } : { vacuum: "done" },
    );
  });

  it("says so if it cannot read the texts, since AUTH_SECRET was changed", async () => {
    const { proof, store } = await finishWith({ secret: "another secret, long enough to sign with" });
    if (store.dialect === "sqlite") expect(proof).toMatchObject({ found: null, searchedTexts: null });
  });

  async function finishWith({ secret }: { secret?: string }) {
    const store = await openStore();
    await deliver(store, { events: [said] });
    await inTransaction(store, (within) =>
      requestErasure(within, {
        ...{ id: "e1", mode: "content", subjectType: "visitor", subjectKey: said.visitor.key, reason: "Case 7" },
        ...{ refuseFuture: false, requestedBy: "privacy@example.com", requestedAt: 1n },
      }),
    );
    const end = new AbortController();
    const job = await startedJob();
    const stopping = {
      ...job,
      run: async (step: Parameters<typeof job.run>[0]) => {
        if (readProgress(step.progress)?.phase === "forget") end.abort();
        return job.run(step);
      },
    };
    await runDueJobs(store, { kinds: [stopping], signal: end.signal });
    const waiting = await store.reader.job.findFirstOrThrow();
    expect(readProgress(JSON.parse(waiting.progress ?? "null"))).toMatchObject({ phase: "verify" });
    if (store.database.dialect === "sqlite") {
      expect(await emptyWal(store.database.path)).toBe(true);
      expect(readFileSync(store.database.path).includes("CANARY")).toBe(false);
    }
    if (secret !== undefined) vi.stubEnv("AUTH_SECRET", secret);
    const at = waiting.leaseUntil + 1n;
    await runDueJobs(store, { kinds: [await startedJob()], now: () => at });
    const { receipt } = await store.reader.erasure.findFirstOrThrow();
    return { proof: JSON.parse(receipt ?? "{}").proof, store };
  }
});
