import "server-only";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@/lib/errors/app-error";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { copyBeforeUpgrade } from "@/lib/store/admin/copy-before-upgrade";
import type { Store } from "@/lib/store/connection/open-store";
import {
  adoptJournalKey,
  beginAgain,
  type FoundByDigest,
  findByDigest,
  readAppliedErasures,
  readBelongings,
} from "@/lib/store/erasure/reapply";
import type { Tombstone } from "@/lib/store/erasure/tombstones";
import { project } from "@/lib/store/projections/project";
import { parseTimestamp } from "@/lib/time/instant";
import { erasureJob } from "./erasure-job";
import { readProgress, writeProgress } from "./erasure-progress";
import { foreignJournal, type JournalEntry, readJournal } from "./journal";
import { journalPath } from "./journal-path";

const patienceMs = 600_000;

/**
 * Applies the erasures of the journal that the database does not have, as after restoring an older backup. Runs before the
 * first delivery is accepted. A database that has erased nothing yet takes over the journal's key.
 *
 * @returns how many were applied
 * @throws AppError erasure_journal_foreign, erasure_journal_unreadable, erasure_incomplete; environment_invalid if the journal cannot be written
 */
export async function reapplyErasures(store: Store, tell: (line: string) => void = () => {}): Promise<number> {
  const path = journalPath(store.database);
  if (path === null) return 0;
  requireWritable(path);
  const { key, entries, unreadable } = readJournal(path);
  if (unreadable.length > 0) {
    tell(
      `Warning: lines of ${path} were not written completely, or are damaged, and are skipped: ${unreadable.join(", ")}`,
    );
  }
  if (key === null) {
    if (entries.length === 0) return 0;
    throw new AppError(
      "erasure_journal_unreadable",
      `The first line of the erasure journal ${path} is damaged. Restore it.`,
    );
  }
  if (!(await adoptJournalKey(store, key))) throw foreignJournal(path);
  const applied = await readAppliedErasures(store);
  const pending = entries.filter(({ id }) => !applied.has(id));
  if (pending.length === 0) return 0;
  tell(`Applying erasures again that the database does not have: ${pending.length}, from ${path}`);
  await project(store);
  const found = await findByDigest(store, key, {
    conversations: new Set(pending.flatMap(({ conversations }) => conversations)),
    visitors: new Set(pending.flatMap(({ subjectType, subject }) => (subjectType === "visitor" ? [subject] : []))),
  });
  for (const entry of pending) await applyAgain(store, entry, found);
  await runToEnd(store, pending);
  removeCopy(store, tell);
  return pending.length;
}

async function applyAgain(store: Store, entry: JournalEntry, found: FoundByDigest): Promise<void> {
  const { id, mode, subjectType, subject, refuseFuture } = entry;
  const conversations = entry.conversations.flatMap((digest) => found.conversations.get(digest) ?? []);
  const ids = conversations.map((each) => each.id);
  const belongings = await readBelongings(store, ids, mode);
  const visitorKey = (subjectType === "visitor" ? found.visitors.get(subject) : undefined) ?? null;
  const erasure = {
    ...{ id, mode, subjectType, refuseFuture, subjectDigest: subject },
    // Not null until its data is removed.
    subjectKey: visitorKey ?? "",
    reason: "Applied again from the erasure journal",
    requestedBy: "erasure journal",
    requestedAt: parseTimestamp(entry.at) ?? 0n,
    found: belongings.found,
    ...{ state: "running", erased: 0, error: null, doneAt: null, receipt: null },
  };
  await beginAgain(store, erasure, tombstonesOf(entry), {
    kind: erasureJob.name,
    progressAfter: (upTo) => {
      const begun = {
        isAgain: true,
        stoppedIn: entry.stoppedIn ?? null,
        phase: ids.length === 0 ? "quarantine" : "events",
        upTo: String(upTo),
        wordKey: randomBytes(32).toString("hex"),
        conversations: conversations.map((each) => ({ ...each, id: String(each.id) })),
        visitorKey,
        known: belongings.known,
      };
      const progress = readProgress(begun);
      return progress === null ? null : writeProgress(progress);
    },
  });
}

function tombstonesOf({ id, subjectType, subject, refuseFuture, events }: JournalEntry): Tombstone[] {
  const digest = (hex: string) => Buffer.from(hex, "hex");
  const own = events.map((hex) => ({ kind: "event" as const, erasureId: id, digest: digest(hex) }));
  const isRefused = refuseFuture && subjectType === "visitor";
  return isRefused ? [...own, { kind: "visitor", erasureId: id, digest: digest(subject) }] : own;
}

/** Until all data is removed. What is left to do then, checking the files, the server's jobs do. */
async function runToEnd(store: Store, entries: readonly JournalEntry[]): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    await runDueJobs(store, { kinds: [erasureJob] });
    const applied = await readAppliedErasures(store);
    const left = entries.filter(({ id }) => !applied.has(id));
    if (left.length === 0) return;
    if (performance.now() > until) {
      throw new AppError(
        "erasure_incomplete",
        `${left.length} erasures of the journal could not be applied again. The log says why; start again to retry.`,
      );
    }
    await pause(200);
  }
}

/** It was made before the erasures were applied. */
function removeCopy({ database }: Store, tell: (line: string) => void): void {
  if (database.dialect !== "sqlite") return;
  const copy = copyBeforeUpgrade(database.path);
  if (!existsSync(copy)) return;
  rmSync(copy);
  tell(`Removed ${copy}, which contained the erased data.`);
}

function requireWritable(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    accessSync(existsSync(path) ? path : dirname(path), constants.R_OK | constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("environment_invalid", `ERASURE_JOURNAL: the erasure journal cannot be written: ${reason}`);
  }
}
