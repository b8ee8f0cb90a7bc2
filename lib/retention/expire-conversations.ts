import "server-only";
import { randomBytes } from "node:crypto";
import { type Access, everything } from "@/lib/access/scope";
import type { Dialect } from "@/lib/env/database-url";
import { type ErasureProgress, readProgress, writeProgress } from "@/lib/erasure/erasure-progress";
import { eraseDuplicates, eraseEvents, refold } from "@/lib/erasure/steps/erase-events";
import { eraseTraces } from "@/lib/erasure/steps/erase-traces";
import type { ErasureStep } from "@/lib/erasure/steps/erasure-step";
import type { JobStep, Outcome } from "@/lib/jobs/job-kind";
import { defaultMasking } from "@/lib/masking/masking-settings";
import type { Statements } from "@/lib/store/connection/statements";
import { findHolds } from "@/lib/store/erasure/holds";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { waitForTurn } from "@/lib/store/projections/projector-turn";
import { readMasks } from "@/lib/store/reads/read-masks";
import { type ErasingExpiry, isStillExpired, listExpired } from "@/lib/store/retention/expired-conversations";
import { addMaskValues, forgetMaskValues, saveMasked } from "@/lib/store/retention/mask-values";
import type { Applying } from "./expire-rows";
import { count, end, isCurrent, proceed, type Run } from "./pass";
import { readRules } from "./stored-rules";

/** What is derived from the events is brought up to date all the same. */
const stopped = { phase: "fold", place: 0, after: 0n, stoppedBy: "a changed rule or a legal hold" } as const;

/** Sees what masked viewers see. */
const masked: Access = { permissions: new Set(["read"]), scope: everything };

/** Conversations that are looked at in one statement. */
const perPage = 200;

/** Applies a rule to the next conversation: finds it, or takes the next step of its erasure. */
export async function expireConversations(step: JobStep, applying: Applying, expiry: ErasingExpiry): Promise<void> {
  const erasing = readProgress(applying.run.erasing);
  return erasing === null ? begin(step, applying, expiry) : proceedWith(step, applying, expiry, erasing);
}

/** Chooses the next conversation that is not held. */
async function begin({ store, at, commit }: JobStep, applying: Applying, { left }: ErasingExpiry): Promise<void> {
  const { pass, run, due } = applying;
  const found = await listExpired(store, due, { left, after: run.after, limit: perPage });
  await commit(async (transaction) => {
    const { projected } = await waitForTurn(transaction, store.dialect);
    await allocateIds(transaction);
    const rules = await readRules({ reader: transaction });
    if (!isCurrent(rules, run.rule)) return end(transaction, pass, run, { at, rules, isOutdated: true });
    let passed: Run = run;
    for (const { id, key, place, isLeft } of found) {
      passed = { ...passed, after: place };
      if (!isLeft) continue;
      if (await isHeldNow(transaction, store.dialect, key)) passed = { ...passed, held: passed.held + 1 };
      else if (await isStillExpired(transaction, { id, before: due.before, projected })) {
        const begun = { phase: "events", upTo: String(projected), wordKey: randomBytes(32).toString("hex") };
        return proceed(pass, { ...passed, erasing: { ...begun, conversations: [{ id: String(id), key }] } });
      }
    }
    if (found.length === perPage) return proceed(pass, passed);
    return end(transaction, pass, passed, { at, rules });
  });
}

/** The erasure's next step. If its rule or a hold forbids it meanwhile, only what is derived from the events is brought up to date. */
async function proceedWith(
  job: JobStep,
  { pass, run }: Applying,
  { mode, only, masks }: ErasingExpiry,
  erasing: ErasureProgress,
): Promise<void> {
  const [conversation] = erasing.conversations;
  if (masks !== null && erasing.masks === null && conversation !== undefined) {
    const found = await readMasks(job.store, masked, [conversation.id]);
    return job.commit(async (transaction) => {
      if (found !== null && masks === "contacts")
        await addMaskValues(transaction, conversation.id, found.values(conversation.id));
      const { variables } = found?.settings ?? defaultMasking;
      const next = { ...erasing, masks: { data: masks, variables } };
      return proceed(pass, { ...run, erasing: writeProgress(next) });
    });
  }
  const commit: JobStep["commit"] = (work) =>
    job.commit(async (transaction): Promise<Outcome> => {
      await waitForTurn(transaction, job.store.dialect);
      await allocateIds(transaction);
      const rules = await readRules({ reader: transaction });
      const isStopped =
        !isCurrent(rules, run.rule) ||
        (conversation !== undefined && (await isHeldNow(transaction, job.store.dialect, conversation.key)));
      if (isStopped && (erasing.phase === "events" || erasing.phase === "duplicates")) {
        return proceed(pass, { ...run, erasing: writeProgress({ ...erasing, ...stopped }) });
      }
      if (isStopped && erasing.phase !== "fold") return ended(transaction);
      if (
        erasing.phase === "fold" &&
        masks === "contacts" &&
        erasing.stoppedBy === null &&
        conversation !== undefined
      ) {
        // All events are masked: nothing is derived from the values any more.
        await forgetMaskValues(transaction, conversation.id);
      }
      const outcome = await work(transaction);
      const next = readProgress("next" in outcome ? outcome.next : null);
      const isLast = next?.phase === (masks === null ? "logs" : "quarantine");
      if (isLast && masks !== null && conversation !== undefined && erasing.stoppedBy === null) {
        await saveMasked(transaction, { id: conversation.id, masks, upTo: erasing.upTo });
      }
      if (next === null || isLast) return ended(transaction);
      return proceed(pass, { ...run, erasing: writeProgress(next) });
    });
  const ended = async (transaction: Statements): Promise<Outcome> => {
    const counted = await count(transaction, run, { changed: 1, held: 0, at: job.at });
    return proceed(pass, { ...counted, erasing: null });
  };
  const inner: ErasureStep = { job: { ...job, key: run.id, commit }, mode, only, progress: erasing };
  await stepOf(erasing)(inner);
}

/** After the events, their copies in deliveries and the projections, what quotes them; logs have rules of their own. */
function stepOf({ phase }: ErasureProgress): (step: ErasureStep) => Promise<void> {
  if (phase === "events") return eraseEvents;
  if (phase === "duplicates") return eraseDuplicates;
  return phase === "fold" ? refold : eraseTraces;
}

async function isHeldNow(transaction: Statements, dialect: Dialect, key: string): Promise<boolean> {
  return (await findHolds(transaction, dialect, [{ subjectType: "conversation", subjectKey: key }])).length > 0;
}
