import { expect, it, vi } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { type ClaimedJob, claimJob, leaseUs } from "@/lib/store/jobs/claim-job";
import { listJobs, retryJob } from "@/lib/store/jobs/list-jobs";
import { ensureJob, queueJob } from "@/lib/store/jobs/queue-job";
import { LostLease, mostAttempts, saveStep } from "@/lib/store/jobs/save-step";
import { readSetting } from "@/lib/store/records/settings";
import { describeEachDatabase } from "@/lib/testing/databases";
import { randomNumbers } from "@/lib/testing/many-conversations";
import type { JobKind } from "./job-kind";
import { runDueJobs } from "./run-due-jobs";

const hour = 3_600_000_000n;
const start = 1_800_000_000_000_000n;

const queue = (store: Store, ...jobs: Parameters<typeof queueJob>[1][]) =>
  writeTransaction(store, async (transaction) => {
    for (const job of jobs) await queueJob(transaction, job);
  });

const logged = async (store: Store) => (await readSetting(store, "test.log")) ?? "";

/** Appends a number to a setting in each step, up to `count`. */
function counting(count: number, before: () => void = () => {}): JobKind {
  return {
    name: "counting",
    run: async ({ store, key, progress, commit }) => {
      const place = typeof progress === "number" ? progress : 0;
      before();
      await commit(async (transaction) => {
        const text = `${key}${place} `;
        await transaction.$executeRaw`
          INSERT INTO "Setting" ("name", "value") VALUES ('test.log', ${text})
          ON CONFLICT ("name") DO UPDATE SET "value" = "Setting"."value" || excluded."value"`;
        if (store.dialect === "sqlite") before();
        return place + 1 === count ? { done: true } : { next: place + 1 };
      });
    },
  };
}

describeEachDatabase("jobs", (openStore) => {
  it("run in steps, each once, in order of the times at which they are due", async () => {
    const store = await openStore();
    await queue(store, { kind: "counting", key: "b", dueAt: start }, { kind: "counting", key: "a", dueAt: start - 1n });
    expect(await runDueJobs(store, { kinds: [counting(2)], now: () => start - 2n })).toBe(0);
    expect(await runDueJobs(store, { kinds: [counting(2)], now: () => start })).toBe(4);
    expect(await logged(store)).toBe("a0 a1 b0 b1 ");
    expect(await runDueJobs(store, { kinds: [counting(2)], now: () => start + hour })).toBe(0);
    expect((await listJobs(store, 10)).map(({ key, state }) => `${key} ${state}`).sort()).toEqual(["a done", "b done"]);
  });

  it("take effect once, though a process is killed in any of 200 steps", async () => {
    const store = await openStore();
    const random = randomNumbers(7);
    let kills = 0;
    let at = start;
    const kind = counting(200, () => {
      if (random() < 0.5) {
        kills += 1;
        throw new Killed();
      }
    });
    await queue(store, { kind: "counting", key: "x", dueAt: start });
    while ((await listJobs(store, 1))[0]?.state === "waiting") {
      // A killed process does not report its failure: its lease ends.
      let claim = await claimJob(store, ["counting"], at);
      try {
        while (claim !== null) {
          const held: ClaimedJob = claim;
          const following: { claim: ClaimedJob | null } = { claim: null };
          await kind.run({
            store,
            key: held.key,
            progress: held.progress,
            at,
            commit: async (work) => {
              following.claim = await saveStep(store, held, at, work);
            },
          });
          claim = following.claim;
        }
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        expect(await claimJob(store, ["counting"], at + 1n)).toBeNull();
      }
      at += 2n * leaseUs;
    }
    expect(kills).toBeGreaterThan(100);
    expect(await logged(store)).toBe(Array.from({ length: 200 }, (_, place) => `x${place} `).join(""));
  });

  it("are not run by two processes at once, and a process that lost its lease stores nothing", async () => {
    const store = await openStore();
    await queue(store, { kind: "counting", key: "x", dueAt: start });
    const first = await claimJob(store, ["counting"], start);
    expect(await claimJob(store, ["counting"], start + leaseUs)).toBeNull();
    const second = await claimJob(store, ["counting"], start + leaseUs + 1n);
    if (first === null || second === null) throw new Error("Not claimed.");
    const late = saveStep(store, first, start + leaseUs + 2n, async (transaction) => {
      await transaction.$executeRaw`INSERT INTO "Setting" ("name", "value") VALUES ('test.log', 'late')`;
      return { done: true };
    });
    await expect(late).rejects.toThrow(LostLease);
    expect(await saveStep(store, second, start + leaseUs + 3n, async () => ({ done: true }))).toBeNull();
    expect(await logged(store)).toBe("");
  });

  it("are kept by a step that takes longer than the lease", async () => {
    const store = await openStore();
    let at = start;
    const kind: JobKind = {
      name: "counting",
      run: async ({ commit }) => {
        for (let claimed = 0; claimed < 4; claimed += 1) {
          const before = (await listJobs(store, 1))[0]?.leaseUntil;
          at += leaseUs / 2n;
          await vi.waitUntil(async () => (await listJobs(store, 1))[0]?.leaseUntil !== before);
          expect(await claimJob(store, ["counting"], at + 1n)).toBeNull();
        }
        await commit(async () => ({ done: true }));
      },
    };
    await queue(store, { kind: "counting", key: "x", dueAt: start });
    expect(await runDueJobs(store, { kinds: [kind], now: () => at, renewEveryMs: 5 })).toBe(1);
    expect((await listJobs(store, 1))[0]).toMatchObject({ state: "done", error: null });
  });

  it("each happen once when four runners share them", async () => {
    const store = await openStore();
    const keys = Array.from({ length: 20 }, (_, place) => `k${place}.`);
    await queue(store, ...keys.map((key) => ({ kind: "counting", key, dueAt: start })));
    await Promise.all([1, 2, 3, 4].map(() => runDueJobs(store, { kinds: [counting(3)], now: () => start })));
    const done = (await logged(store)).trim().split(" ");
    expect(done.toSorted()).toEqual(keys.flatMap((key) => [0, 1, 2].map((place) => `${key}${place}`)).toSorted());
  });

  it("that fail are retried after longer and longer waits, then are dead until somebody retries them", async () => {
    const store = await openStore();
    let isBroken = true;
    const kind = counting(2, () => {
      if (isBroken) throw new Error("The disk is full.");
    });
    await queue(store, { kind: "counting", key: "x", dueAt: start }, { kind: "other", key: "y", dueAt: start });
    const waits: bigint[] = [];
    let at = start;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      expect(await runDueJobs(store, { kinds: [kind], now: () => at })).toBe(1);
      const job = (await listJobs(store, 10)).find(({ key }) => key === "x");
      expect(job).toMatchObject({ attempts: attempt, error: "The disk is full." });
      waits.push((job?.dueAt ?? 0n) - at);
      at = job?.dueAt ?? at;
    }
    expect(waits).toEqual(waits.toSorted((left, right) => Number(left - right)));
    expect(waits.at(-1)).toBeGreaterThan(60_000_000n);
    expect((await listJobs(store, 10))[0]).toMatchObject({ key: "x", state: "dead" });
    expect(await runDueJobs(store, { kinds: [kind], now: () => at + 24n * hour })).toBe(0);

    isBroken = false;
    expect(await retryJob(store, { kind: "counting", key: "x" })).toBe(true);
    expect(await retryJob(store, { kind: "counting", key: "x" })).toBe(false);
    expect(await runDueJobs(store, { kinds: [kind] })).toBe(2);
    expect(await logged(store)).toBe("x0 x1 ");
  });

  it("may be due again at a time that they set", async () => {
    const store = await openStore();
    const kind: JobKind = {
      name: "recurring",
      run: ({ at, progress, commit }) =>
        commit(async () => ({ again: { dueAt: at + hour, progress: Number(progress ?? 0) + 1 } })),
    };
    await writeTransaction(store, async (transaction) => {
      await ensureJob(transaction, { kind: "recurring", key: "" });
      await ensureJob(transaction, { kind: "recurring", key: "" });
    });
    const from = (await listJobs(store, 1))[0]?.dueAt ?? 0n;
    for (const [after, steps] of [
      [0n, 1],
      [1n, 0],
      [hour, 1],
      [2n * hour, 1],
    ] as const) {
      expect(await runDueJobs(store, { kinds: [kind], now: () => from + after })).toBe(steps);
    }
    expect((await store.reader.job.findFirst())?.progress).toBe("3");
  });

  it("begin again when queued after their end, but not while they wait", async () => {
    const store = await openStore();
    await queue(store, { kind: "counting", key: "x", dueAt: start, progress: 1 });
    await queue(store, { kind: "counting", key: "x", dueAt: start, progress: 0 });
    await runDueJobs(store, { kinds: [counting(2)], now: () => start });
    await queue(store, { kind: "counting", key: "x", dueAt: start });
    await runDueJobs(store, { kinds: [counting(2)], now: () => start });
    expect(await logged(store)).toBe("x1 x0 x1 ");
  });
});

class Killed extends Error {}
