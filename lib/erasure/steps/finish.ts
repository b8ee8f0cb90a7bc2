import "server-only";
import { server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { authSecret } from "@/lib/auth/secret";
import { env } from "@/lib/env/env";
import type { Store } from "@/lib/store/connection/open-store";
import { countInFile, emptyWal, vacuumTables } from "@/lib/store/erasure/clean-files";
import { clearUnusedSpace } from "@/lib/store/erasure/clear-unused-space";
import { erasureOf, finishErasure, forgetSubject, readErasure } from "@/lib/store/erasure/erasures";
import { readSigningKey } from "@/lib/store/erasure/signing-key";
import { subjectTypeOf } from "@/lib/store/erasure/subject";
import { forgetPersonInRequests } from "@/lib/store/records/person-requests";
import { toIso } from "@/lib/time/instant";
import { writeProgress } from "../erasure-progress";
import { spellingsOf } from "../person-texts";
import { type ReceiptFacts, signReceipt } from "../receipt";
import { rememberErasure } from "../remember";
import { openTexts, sealTexts } from "../sealed-texts";
import { whatRemains } from "../what-remains";
import { endPartly, isPartial } from "./erase-again-partly";
import { advance, begin, type ErasureStep } from "./erasure-step";

/** A reader that holds an old version of the database for longer is reported. */
const mostAttempts = 60;
const waitUs = 1_000_000n;
/** A shorter text occurs by chance. */
const shortestSearched = 6;

/** Writes the erasure to the journal, and removes what names the person from the erasure itself. */
export async function forgetPerson(step: ErasureStep): Promise<void> {
  const { job, mode, progress } = step;
  const { visitorKey, known, texts, conversations } = progress;
  const erasure = await readErasure(job.store, job.key);
  const keys = conversations.map(({ key }) => key);
  const isRemembered = erasure !== null && (await rememberErasure(job.store, erasure, keys));
  // Other conversations of the visitor remain if only one is erased.
  const person = visitorKey === null ? [] : [visitorKey, ...known];
  const identifying = [...new Set([...person, ...(mode === "whole" ? keys : []), ...texts])];
  const longEnough = identifying.filter((text) => text.trim().length >= shortestSearched);
  const { dialect } = job.store;
  const sealed = dialect === "sqlite" ? sealTexts(secretOf(job.store), longEnough) : null;
  await advance(step, async (transaction) => {
    await forgetSubject(transaction, job.key);
    if (visitorKey !== null) await forgetPersonInRequests(transaction, { visitorKey, erasureId: job.key });
    const nothing = { conversations: [], visitorKey: null, known: [], texts: [], pending: [], wordKey: "" };
    return { ...begin("verify"), ...nothing, sealed, isRemembered };
  });
}

/** Removes earlier versions of pages and rows, looks for the person's texts in the files, and ends the erasure. */
export async function verify(step: ErasureStep): Promise<void> {
  const { job, progress } = step;
  const proof = await cleaned(step);
  if (proof === null) {
    const again = writeProgress({ ...progress, attempt: progress.attempt + 1 });
    return job.commit(async () => ({ again: { dueAt: job.at + waitUs, progress: again } }));
  }
  if (isPartial(progress)) return endPartly(step);
  const remains = await whatRemains(job.store, job.key);
  await job.commit(async (transaction) => {
    const erasure = await erasureOf(transaction, job.key);
    if (erasure === null) return { done: true };
    const { id, refuseFuture, reason, requestedBy, requestedAt } = erasure;
    const mode = erasure.mode === "whole" ? "whole" : "content";
    const facts: ReceiptFacts = {
      ...{ id, mode, refuseFuture, reason, requestedBy, remains },
      subject: { type: subjectTypeOf(erasure.subjectType), digest: erasure.subjectDigest },
      requestedAt: toIso(BigInt(requestedAt)),
      doneAt: toIso(job.at),
      counts: progress.counts,
      ...(progress.isAgain ? {} : { recipients: progress.recipients }),
      proof: { ...proof, journal: progress.isRemembered },
    };
    const receipt = signReceipt(facts, await readSigningKey(transaction));
    await finishErasure(transaction, id, { at: job.at, receipt });
    await audit({ records: transaction }, server, {
      action: "erasure.finish",
      subject: { type: "erasure", id },
      detail: { mode, events: progress.counts.events },
    });
    return { done: true };
  });
}

/** Null while SQLite's log cannot be emptied: later, another attempt may succeed. */
async function cleaned({ job, progress }: ErasureStep): Promise<ReceiptFacts["proof"] | null> {
  const { store } = job;
  if (store.database.dialect === "postgresql") {
    const error = await vacuumTables(store);
    return { database: "postgresql", vacuum: error === null ? "done" : "failed", vacuumError: error };
  }
  const walEmptied = (await emptyWal(store.database.path)) && (await clearUnusedSpace(store.database.path)) === 0;
  if (!walEmptied && progress.attempt < mostAttempts) return null;
  const texts = progress.sealed === null ? null : openTexts(secretOf(store), progress.sealed);
  const found = texts === null ? null : await occurrences(store.database.path, texts);
  return { database: "sqlite", secureDelete: true, walEmptied, searchedTexts: texts?.length ?? null, found };
}

async function occurrences(file: string, texts: readonly string[]): Promise<number> {
  const spellings = new Map(texts.map((text) => [text, spellingsOf(text)]));
  let found = 0;
  for (const path of [file, `${file}-wal`]) {
    for (const count of (await countInFile(path, spellings)).values()) found += count;
  }
  return found;
}

function secretOf({ database }: Store): string {
  return authSecret({ authSecret: env().authSecret, database });
}
