import type { RetentionRule } from "@/lib/api/retention";
import type { JobKind } from "@/lib/jobs/job-kind";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { retentionJob } from "@/lib/retention/retention-job";
import { writeRules } from "@/lib/retention/stored-rules";
import type { Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { queueJob } from "@/lib/store/jobs/queue-job";
import { saveSetting } from "@/lib/store/records/settings";
import { now } from "@/lib/time/instant";

export const dayUs = 86_400_000_000n;

/** The time in some days, to the microsecond in which it is called. */
export function inDays(days: number): bigint {
  return now() + BigInt(days) * dayUs;
}

/** A rule of a category, with its only action. */
export function ruleOf(rule: Omit<RetentionRule, "id" | "filter"> & { filter?: string }): RetentionRule {
  return { id: rule.category, filter: "", ...rule };
}

export async function saveRules(store: Store, ...rules: RetentionRule[]): Promise<void> {
  await saveSetting(store, "retention", writeRules(rules));
}

/** Applies the rules as if it were `at`, until nothing is due. Returns the number of steps. */
export async function runRetention(store: Store, at: bigint): Promise<number> {
  await writeTransaction(store, (transaction) =>
    queueJob(transaction, { kind: retentionJob.name, key: "", dueAt: 0n }),
  );
  return runDueJobs(store, { kinds: [retentionJob], now: () => at });
}

/** The job, with `before` called with the number of each step. */
export function watchedRetention(before: (step: number) => Promise<void>): JobKind {
  let step = 0;
  return {
    name: retentionJob.name,
    run: async (job) => {
      step += 1;
      await before(step);
      await retentionJob.run(job);
    },
  };
}

/** Runs what is due in each of some hours, from the time `from` on. */
export async function runHourly(
  store: Store,
  kind: JobKind,
  { from, hours }: { from: bigint; hours: bigint },
): Promise<void> {
  for (let hour = 0n; hour < hours; hour += 1n) {
    await runDueJobs(store, { kinds: [kind], now: () => from + (hour * dayUs) / 24n });
  }
}
