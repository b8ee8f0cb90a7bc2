import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import type { Dialect } from "@/lib/env/database-url";
import { bytesPart, jsonRows } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { readOrCreateSetting, readSetting } from "@/lib/store/records/settings";

const settingName = "erasure.key";
const digestLength = 16;

export type TombstoneKind = "event" | "visitor";

export interface Tombstone {
  /** `event` also for what was in quarantine. */
  kind: TombstoneKind;
  erasureId: string;
  digest: Buffer;
}

/** The key of all digests of what was erased: 32 random bytes, created at first use. */
export async function readErasureKey(transaction: Statements): Promise<Buffer> {
  const create = () => randomBytes(32).toString("hex");
  return Buffer.from(await readOrCreateSetting({ records: transaction }, settingName, create), "hex");
}

/** The same, outside of a transaction. */
export function erasureKeyOf({ records }: Pick<Store, "records">): Promise<Buffer> {
  return readErasureKey(records);
}

/**
 * HMAC-SHA-256 of an event's hash, of the key of a visitor or a conversation, or of the exact text of an event or a body in
 * quarantine: 16 bytes.
 */
export function digestOf(
  key: Buffer,
  kind: TombstoneKind | "conversation" | "quarantined",
  value: string | Uint8Array,
): Buffer {
  return createHmac("sha256", key).update(kind).update("\0").update(value).digest().subarray(0, digestLength);
}

/** Adds tombstones; those that exist stay. */
export async function addTombstones(
  transaction: Statements,
  dialect: Dialect,
  tombstones: readonly Tombstone[],
): Promise<void> {
  if (tombstones.length === 0) return;
  const rows = tombstones.map(({ kind, erasureId }, place) => ({
    kind,
    erasureId,
    digestAt: place * digestLength + 1,
  }));
  const digests = Buffer.concat(tombstones.map(({ digest }) => digest));
  const added = await transaction.$queryRaw<unknown[]>`
    INSERT INTO "Tombstone" ("digest", "kind", "erasureId")
    SELECT ${bytesPart(dialect, digests, '"digestAt"', String(digestLength))}, "kind", "erasureId"
    FROM ${jsonRows(dialect, { kind: "text", erasureId: "text", digestAt: "integer" }, rows)} WHERE true
    ON CONFLICT ("digest") DO NOTHING
    RETURNING 1 AS "added"`;
  await transaction.$executeRaw`
    UPDATE "WriterClock" SET "tombstones" = "tombstones" + ${added.length} WHERE "id" = 1`;
}

/** Makes the tombstones of earlier erasures of the same subject, which a legal hold has stopped, those of this erasure. */
export async function takeOverTombstones(
  transaction: Statements,
  { id, subjectDigest }: { id: string; subjectDigest: string },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Tombstone" SET "erasureId" = ${id} WHERE "erasureId" IN (
      SELECT e."id" FROM "Erasure" e WHERE e."state" = 'failed' AND e."subjectDigest" = ${subjectDigest})`;
}

/** Later events of the visitor of an erasure are no longer refused. */
export async function removeRefusal(transaction: Statements, erasureId: string): Promise<void> {
  const removed = await transaction.$queryRaw<unknown[]>`
    DELETE FROM "Tombstone" WHERE "erasureId" = ${erasureId} AND "kind" = 'visitor' RETURNING 1 AS "removed"`;
  await transaction.$executeRaw`
    UPDATE "WriterClock" SET "tombstones" = "tombstones" - ${removed.length} WHERE "id" = 1`;
}

/** Which of these digests have a tombstone, in hexadecimal digits. */
export async function findTombstones(
  transaction: Queries,
  dialect: Dialect,
  digests: readonly Buffer[],
): Promise<Set<string>> {
  if (digests.length === 0) return new Set();
  const rows = digests.map((_, place) => ({ digestAt: place * digestLength + 1 }));
  const bytes = Buffer.concat(digests);
  const found = await transaction.$queryRaw<{ digest: Uint8Array }[]>`
    SELECT "digest" FROM "Tombstone" WHERE "digest" IN (
      SELECT ${bytesPart(dialect, bytes, '"digestAt"', String(digestLength))}
      FROM ${jsonRows(dialect, { digestAt: "integer" }, rows)})`;
  return new Set(found.map(({ digest }) => Buffer.from(digest).toString("hex")));
}

/** The key, and the digests of an erasure's tombstones for events in hexadecimal digits. */
export async function readEventTombstones(
  { records }: { records: Statements },
  erasureId: string,
): Promise<{ key: Buffer; events: string[] }> {
  const key = await readErasureKey(records);
  const rows = await records.$queryRaw<{ digest: Uint8Array }[]>`
    SELECT "digest" FROM "Tombstone" WHERE "erasureId" = ${erasureId} AND "kind" = 'event' ORDER BY "digest"`;
  return { key, events: rows.map(({ digest }) => Buffer.from(digest).toString("hex")) };
}

/** Those that have a tombstone, by the digest of `of`. */
export async function withTombstones<Row>(
  transaction: Statements,
  dialect: Dialect,
  rows: readonly Row[],
  { kind, of }: { kind: "event" | "quarantined"; of: (row: Row) => string | Uint8Array },
): Promise<Row[]> {
  const key = await readErasureKey(transaction);
  const digests = rows.map((row) => digestOf(key, kind, of(row)));
  const found = await findTombstones(transaction, dialect, digests);
  return rows.filter((_, place) => found.has(digests[place]?.toString("hex") ?? ""));
}

/**
 * Makes the key of a journal the key of a database that has erased nothing yet. Call it after the lock of the writer's clock.
 *
 * @returns `false` if the database has erased something with another key
 */
export async function adoptErasureKey(transaction: Statements, key: Buffer): Promise<boolean> {
  const adopted = key.toString("hex");
  if ((await readSetting({ records: transaction }, settingName)) === adopted) return true;
  const used = await transaction.$queryRaw<unknown[]>`
    SELECT 1 AS "one" FROM "Erasure" UNION ALL SELECT 1 FROM "Tombstone" LIMIT 1`;
  if (used.length > 0) return false;
  await transaction.$executeRaw`
    INSERT INTO "Setting" ("name", "value") VALUES (${settingName}, ${adopted})
    ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`;
  return true;
}
