import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { digestOf, readEventTombstones } from "@/lib/store/erasure/tombstones";
import { toIso } from "@/lib/time/instant";
import type { Erasure } from "@/prisma/generated/sqlite/client";
import { appendToJournal } from "./journal";
import { journalPath } from "./journal-path";

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
  erasure: Pick<Erasure, "id" | "mode" | "subjectType" | "subjectDigest" | "refuseFuture" | "requestedAt">,
  conversationKeys: readonly string[],
): Promise<boolean> {
  const path = journalPath(store.database);
  if (path === null) return false;
  const { key, events } = await readEventTombstones(store, erasure.id);
  appendToJournal(path, key, {
    id: erasure.id,
    at: toIso(erasure.requestedAt),
    mode: erasure.mode === "whole" ? "whole" : "content",
    subjectType: erasure.subjectType === "visitor" ? "visitor" : "conversation",
    subject: erasure.subjectDigest,
    refuseFuture: erasure.refuseFuture,
    conversations: conversationKeys.map((each) => digestOf(key, "conversation", each).toString("hex")),
    events,
  });
  return true;
}
