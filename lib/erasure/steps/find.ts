import "server-only";
import { randomBytes } from "node:crypto";
import type { JobStep } from "@/lib/jobs/job-kind";
import type { Statements } from "@/lib/store/connection/statements";
import { erasureOf, setFound } from "@/lib/store/erasure/erasures";
import { countErasable, findConversation, findConversationsOf, readKnownTexts } from "@/lib/store/erasure/find-subject";
import { findHolds } from "@/lib/store/erasure/holds";
import { type Subject, subjectTypeOf } from "@/lib/store/erasure/subject";
import { addTombstones, digestOf, readErasureKey, takeOverTombstones } from "@/lib/store/erasure/tombstones";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { readMarks } from "@/lib/store/projections/projector-turn";
import { type ErasureProgress, readProgress, writeProgress } from "../erasure-progress";
import { recipientsOf } from "../recipients";
import { visitorInLog } from "../visitor-in-log";
import { advance, type ErasureStep } from "./erasure-step";
import { stopForHold } from "./unless-held";

/** Microseconds until the projector is looked at again. */
const waitUs = 100_000n;

/** Begins once everything that is in the log at first is projected. */
export function find(job: JobStep): Promise<void> {
  return job.commit(async (transaction) => {
    // Holds that are placed from now on find the erasure running.
    await allocateIds(transaction);
    const erasure = await erasureOf(transaction, job.key);
    if (erasure === null || erasure.subjectKey === null || erasure.state !== "running") return { done: true };
    const { projected, logged } = await readMarks(transaction);
    const upTo = readProgress(job.progress)?.upTo ?? logged;
    const begun = readProgress({ phase: "find", upTo: String(upTo) });
    if (begun === null || projected < upTo) {
      return { again: { dueAt: job.at + waitUs, progress: { phase: "find", upTo: String(upTo) } } };
    }
    const { subjectKey } = erasure;
    const subject: Subject = { subjectType: subjectTypeOf(erasure.subjectType), subjectKey };
    const isVisitor = subject.subjectType === "visitor";
    const [hold] = await findHolds(transaction, job.store.dialect, [subject]);
    if (hold !== undefined) return stopForHold(transaction, job, { reason: hold.reason, progress: begun });
    const next: ErasureProgress = {
      ...begun,
      phase: "search",
      wordKey: randomBytes(32).toString("hex"),
      visitorKey: isVisitor ? subjectKey : null,
      conversations: isVisitor
        ? await findConversationsOf(transaction, subjectKey)
        : await findConversation(transaction, subjectKey),
    };
    return { next: writeProgress(next) };
  });
}

/**
 * Looks for further conversations of a visitor in the next part of the log: those that belonged to the visitor earlier, and those
 * that could not be projected.
 */
export async function search(step: ErasureStep): Promise<void> {
  const { job, progress } = step;
  const { visitorKey, after, upTo, conversations } = progress;
  const known = conversations.map(({ id }) => id);
  const { found, last } =
    visitorKey === null
      ? { found: [], last: null }
      : await visitorInLog(job.store, visitorKey, { after, upTo, known, isErasedToo: true });
  if (last !== null) return advance(step, async () => ({ after: last, conversations: [...conversations, ...found] }));
  const people = {
    visitors: visitorKey === null ? [] : [visitorKey],
    conversations: conversations.map(({ key }) => key),
  };
  const recipients = await recipientsOf(job.store, people);
  await advance(step, async (transaction) => ({ ...(await beginErasing(transaction, step)), recipients }));
}

async function beginErasing(
  transaction: Statements,
  { job, mode, progress }: ErasureStep,
): Promise<Partial<ErasureProgress>> {
  const { dialect } = job.store;
  const { visitorKey, upTo, conversations } = progress;
  const ids = conversations.map(({ id }) => id);
  await setFound(transaction, job.key, await countErasable(transaction, dialect, { ids, upTo, mode }));
  const erasure = await erasureOf(transaction, job.key);
  if (erasure !== null) await takeOverTombstones(transaction, erasure);
  if (visitorKey !== null && erasure?.refuseFuture) {
    const digest = digestOf(await readErasureKey(transaction), "visitor", visitorKey);
    await addTombstones(transaction, dialect, [{ kind: "visitor", erasureId: job.key, digest }]);
  }
  const known = await readKnownTexts(transaction, dialect, ids);
  return { phase: ids.length === 0 ? "quarantine" : "events", place: 0, after: 0n, known };
}
