import "server-only";
import type { JobKind } from "@/lib/jobs/job-kind";
import type { Store } from "@/lib/store/connection/open-store";
import { emptyWal } from "@/lib/store/erasure/clean-files";
import { clearUnusedSpace } from "@/lib/store/erasure/clear-unused-space";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { expireConversations } from "./expire-conversations";
import { expireRows } from "./expire-rows";
import { dueOf, expiryOf } from "./expiries";
import { begin, end, readPass } from "./pass";
import { readRules } from "./stored-rules";

/**
 * Applies the retention rules, one after another, in batches. Each batch reads rules and legal holds again, within the lock that
 * changing them takes: a rule that was changed or removed stops at once.
 */
export const retentionJob: JobKind = {
  name: "retention",
  run: async (step) => {
    const { progress, at, commit, store } = step;
    const pass = readPass(progress, at);
    const { run } = pass;
    if (run === null && pass.isThorough) await overwriteDeleted(store);
    const due = run === null ? null : dueOf(run.rule, { at, isThorough: pass.isThorough });
    if (run === null || due === null || typeof due === "string") {
      return commit(async (transaction) => {
        await allocateIds(transaction);
        const rules = await readRules({ reader: transaction });
        if (run === null) return begin(pass, rules, at);
        const error = typeof due === "string" ? due : null;
        return end(transaction, pass, run, { at, rules, error });
      });
    }
    const expiry = expiryOf(run.rule);
    return "find" in expiry
      ? expireRows(step, { pass, run, due }, expiry)
      : expireConversations(step, { pass, run, due }, expiry);
  },
};

/** Overwrites the copies of what earlier passes deleted. If a reader is in the way, the next thorough pass does. */
async function overwriteDeleted({ database }: Store): Promise<void> {
  if (database.dialect === "sqlite" && (await emptyWal(database.path))) await clearUnusedSpace(database.path);
}
