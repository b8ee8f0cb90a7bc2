import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { queueJob } from "@/lib/store/jobs/queue-job";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { readMarks } from "@/lib/store/projections/projector-turn";
import type { Erasure } from "@/prisma/generated/sqlite/client";
import type { ErasureMode } from "./erasures";
import { countErasable, type FoundConversation, readKnownTexts } from "./find-subject";
import { addTombstones, adoptErasureKey, digestOf, type Tombstone } from "./tombstones";

const keysAtOnce = 5000;

/** Makes a journal's key the database's. `false` if the database has erased something with another key. */
export function adoptJournalKey(store: Store, key: Buffer): Promise<boolean> {
  return writeTransaction(store, async (transaction) => {
    await allocateIds(transaction);
    return adoptErasureKey(transaction, key);
  });
}

/** Ids of erasures that are done, were stopped by a legal hold, or have removed everything and only have to check the files. */
export async function readAppliedErasures({ reader }: Pick<Store, "reader">): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Erasure" WHERE "state" IN ('done', 'failed') OR ("state" = 'running' AND "subjectKey" IS NULL)`;
  return new Set(rows.map(({ id }) => id));
}

/** The same, and those that a job of the database is about to complete. */
export async function readBegunErasures({ reader }: Pick<Store, "reader">): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Erasure" WHERE "state" IN ('done', 'failed', 'running')`;
  return new Set(rows.map(({ id }) => id));
}

/** Conversations and visitors of the database, by digest in hexadecimal digits. */
export interface FoundByDigest {
  conversations: Map<string, FoundConversation>;
  visitors: Map<string, string>;
}

/** Finds conversations and visitors by the digests of their keys. Reads all keys, some thousand per statement. */
export async function findByDigest(
  { reader }: Pick<Store, "reader">,
  key: Buffer,
  wanted: { conversations: ReadonlySet<string>; visitors: ReadonlySet<string> },
): Promise<FoundByDigest> {
  const found: FoundByDigest = { conversations: new Map(), visitors: new Map() };
  for (let after = 0n, isLast = false; !isLast; ) {
    const rows = await reader.$queryRaw<FoundConversation[]>`
      SELECT "id", "key" FROM "ConversationKey" WHERE "id" > ${after} ORDER BY "id" LIMIT ${keysAtOnce}`;
    for (const row of rows) {
      const digest = digestOf(key, "conversation", row.key).toString("hex");
      if (wanted.conversations.has(digest)) found.conversations.set(digest, { ...row, id: BigInt(row.id) });
    }
    after = BigInt(rows.at(-1)?.id ?? after);
    isLast = rows.length < keysAtOnce;
  }
  for (let after = "", isLast = false; !isLast; ) {
    const rows = await reader.$queryRaw<{ key: string }[]>`
      SELECT "key" FROM "Visitor" WHERE "key" > ${after} ORDER BY "key" LIMIT ${keysAtOnce}`;
    for (const { key: visitor } of rows) {
      const digest = digestOf(key, "visitor", visitor).toString("hex");
      if (wanted.visitors.has(digest)) found.visitors.set(digest, visitor);
    }
    after = rows.at(-1)?.key ?? after;
    isLast = rows.length < keysAtOnce;
  }
  return found;
}

/** What the database knows about the person of these conversations, and how many of their events there are to erase. */
export async function readBelongings(
  { reader, dialect }: Store,
  ids: readonly bigint[],
  mode: ErasureMode,
): Promise<{ known: string[]; found: number }> {
  const known = await readKnownTexts(reader, dialect, ids);
  const { logged } = await readMarks(reader);
  return { known, found: await countErasable(reader, dialect, { ids, upTo: logged, mode }) };
}

/**
 * Begins an erasure again: its tombstones, its row, and its job, which begins where `progressAfter` says, given the last event's
 * id. A row and a job that the database has from before are replaced.
 */
export function beginAgain(
  store: Store,
  erasure: Erasure,
  tombstones: readonly Tombstone[],
  job: { kind: string; progressAfter(upTo: bigint): unknown },
): Promise<void> {
  return writeTransaction(store, async (transaction) => {
    await allocateIds(transaction);
    await addTombstones(transaction, store.dialect, tombstones);
    const { logged } = await readMarks(transaction);
    await replaceErasure(transaction, erasure);
    await transaction.$executeRaw`DELETE FROM "Job" WHERE "kind" = ${job.kind} AND "key" = ${erasure.id}`;
    await queueJob(transaction, { kind: job.kind, key: erasure.id, progress: job.progressAfter(logged) });
  });
}

async function replaceErasure(transaction: Statements, erasure: Erasure): Promise<void> {
  const { id, subjectType, subjectKey, subjectDigest, mode, reason, refuseFuture, requestedBy, requestedAt } = erasure;
  await transaction.$executeRaw`DELETE FROM "Erasure" WHERE "id" = ${id}`;
  await transaction.$executeRaw`
    INSERT INTO "Erasure" ("id", "subjectType", "subjectKey", "subjectDigest", "mode", "reason", "refuseFuture",
      "requestedBy", "requestedAt", "state", "found", "erased")
    VALUES (${id}, ${subjectType}, ${subjectKey}, ${subjectDigest}, ${mode}, ${reason}, ${refuseFuture}, ${requestedBy},
      ${requestedAt}, 'running', ${erasure.found}, 0)`;
}
