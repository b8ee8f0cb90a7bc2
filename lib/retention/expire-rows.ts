import "server-only";
import type { JobStep } from "@/lib/jobs/job-kind";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { Due, Expiry } from "@/lib/store/retention/expiry";
import { count, end, isCurrent, type Pass, proceed, type Run } from "./pass";
import { readRules } from "./stored-rules";

/** A rule that is being applied. */
export interface Applying {
  pass: Pass;
  run: Run;
  due: Due;
}

/** Applies a rule to the next batch of rows. */
export async function expireRows(
  { store, at, commit }: JobStep,
  { pass, run, due }: Applying,
  expiry: Expiry,
): Promise<void> {
  const batch = await expiry.find(store, due, run.after);
  await commit(async (transaction) => {
    await allocateIds(transaction);
    const rules = await readRules({ reader: transaction });
    if (!isCurrent(rules, run.rule)) return end(transaction, pass, run, { at, rules, isOutdated: true });
    const applied = await expiry.apply(transaction, { dialect: store.dialect, at }, batch);
    const counted = await count(transaction, run, { ...applied, at });
    if (batch.next !== null) return proceed(pass, { ...counted, after: batch.next });
    return end(transaction, pass, counted, { at, rules });
  });
}
