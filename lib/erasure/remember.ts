import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { subjectTypeOf } from "@/lib/store/erasure/subject";
import { digestOf, readEventTombstones } from "@/lib/store/erasure/tombstones";
import { toIso } from "@/lib/time/instant";
import type { Erasure } from "@/prisma/generated/sqlite/client";
import type { ErasurePhase } from "./erasure-progress";
import { appendToJournal, type JournalEntry } from "./journal";
import { journalPath } from "./journal-path";

type Remembered = Pick<Erasure, "id" | "mode" | "subjectType" | "subjectDigest" | "refuseFuture" | "requestedAt">;

/**
 * Writes an erasure whose events have their tombstones to the journal. Call it before the erasure is done; a second time is
 * harmless.
 *
 * @param conversationKeys of the erased conversations
 * @returns `false` if there is no journal: on Postgres without `ERASURE_JOURNAL`
 * @throws AppError erasure_journal_foreign; Error from the file system
 */
export async function rememberErasure(
  store: Store,
  erasure: Remembered,
  conversationKeys: readonly string[],
): Promise<boolean> {
  const path = journalPath(store.database);
  if (path === null) return false;
  appendToJournal(path, ...(await entryOf(store, erasure, conversationKeys)));
  return true;
}

/** Writes what an erasure that a legal hold stops has erased to the journal. Call it in the transaction that ends the erasure. */
export async function rememberStopped(
  transaction: Statements,
  store: Pick<Store, "database">,
  erasure: Remembered,
  { conversationKeys, stoppedIn }: { conversationKeys: readonly string[]; stoppedIn: ErasurePhase },
): Promise<void> {
  const path = journalPath(store.database);
  if (path === null) return;
  const [key, entry] = await entryOf({ records: transaction }, erasure, conversationKeys);
  if (entry.events.length > 0) appendToJournal(path, key, { ...entry, refuseFuture: false, stoppedIn });
}

async function entryOf(
  within: { records: Statements },
  { id, mode, subjectType, subjectDigest, refuseFuture, requestedAt }: Remembered,
  conversationKeys: readonly string[],
): Promise<[Buffer, JournalEntry]> {
  const { key, events } = await readEventTombstones(within, id);
  return [
    key,
    {
      ...{ id, refuseFuture, events, subject: subjectDigest, at: toIso(BigInt(requestedAt)) },
      mode: mode === "whole" ? "whole" : "content",
      subjectType: subjectTypeOf(subjectType),
      conversations: conversationKeys.map((each) => digestOf(key, "conversation", each).toString("hex")),
    },
  ];
}
