import "server-only";
import type { JobKind, JobStep } from "@/lib/jobs/job-kind";
import { erasureJobKind, readErasure } from "@/lib/store/erasure/erasures";
import { type ErasurePhase, readProgress } from "./erasure-progress";
import { isPartial, phaseAgain } from "./steps/erase-again-partly";
import { eraseDuplicates, eraseEvents, refold } from "./steps/erase-events";
import { eraseQuarantine, findInQuarantine } from "./steps/erase-quarantined";
import { eraseLogs, eraseTraces } from "./steps/erase-traces";
import { advance, type ErasureStep } from "./steps/erasure-step";
import { find, search } from "./steps/find";
import { forgetPerson, verify } from "./steps/finish";
import { unlessHeld } from "./steps/unless-held";

/** Erases a visitor or a conversation in small steps, each of which is complete or has no effect. The key is the erasure's id. */
export const erasureJob: JobKind = { name: erasureJobKind, run };

const phases: Record<Exclude<ErasurePhase, "find">, (step: ErasureStep) => Promise<void>> = {
  search,
  events: eraseEvents,
  duplicates: eraseDuplicates,
  fold: refold,
  quarantine: findInQuarantine,
  deliveries: eraseQuarantine,
  traces: eraseTraces,
  logs: eraseLogs,
  forget: forgetPerson,
  verify,
};

async function run(job: JobStep): Promise<void> {
  const progress = readProgress(job.progress);
  if (progress === null || progress.phase === "find") return find(job);
  const erasure = await readErasure(job.store, job.key);
  if (erasure === null) return job.commit(async () => ({ done: true }));
  const step: ErasureStep = { job, mode: erasure.mode === "whole" ? "whole" : "content", only: null, progress };
  const next = isPartial(progress) ? phaseAgain(progress) : null;
  if (next !== null) return advance(step, async () => next);
  await phases[progress.phase]({ ...step, job: unlessHeld(step) });
}
