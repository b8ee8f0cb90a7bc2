import "server-only";
import type { AuditLog } from "@/lib/access/audit-actions";
import { storableText } from "@/lib/json/storable-text";
import type { Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { EntryRow, NewEntry } from "./entry";
import { digestOf, hashOf } from "./entry-hash";

/** A transaction: of records, or `{ records: transaction }` of the writer. */
export interface Recording {
  records: Statements;
}

interface Chain {
  lastId: bigint;
  hash: string;
  key: string;
}

const columns = [
  ...["log", "id", "at", "actorKind", "actorId", "actorName", "role", "action", "subjectType", "subjectId"],
  ...["subjectDigest", "detail", "detailDigest", "ip", "hash"],
] as const satisfies readonly (keyof EntryRow)[];

const perStatement = 100;

/**
 * Appends entries to the end of a log. Call it last in a transaction: it locks the log until the commit, so that the entries of
 * all processes form one chain, and transactions that lock other rows afterwards could wait for each other.
 */
export async function appendEntries(
  { records }: Recording,
  log: AuditLog,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const [chain] = await records.$queryRaw<Chain[]>`
    UPDATE "AuditChain" SET "lastId" = "lastId" + ${entries.length} WHERE "log" = ${log}
    RETURNING "lastId", "hash", "key"`;
  if (chain === undefined) throw new Error(`The log "${log}" has no chain: the database is not migrated.`);
  const rows = chained(chain, log, entries);
  for (let from = 0; from < rows.length; from += perStatement) {
    await insertRows(records, rows.slice(from, from + perStatement));
  }
  await records.$executeRaw`UPDATE "AuditChain" SET "hash" = ${rows.at(-1)?.hash ?? chain.hash} WHERE "log" = ${log}`;
}

/** `createMany` would take ten times as long. */
async function insertRows(records: Statements, rows: readonly EntryRow[]): Promise<void> {
  const names = Prisma.raw(columns.map((name) => `"${name}"`).join(", "));
  const values = rows.map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => row[name]))})`);
  await records.$executeRaw`INSERT INTO "AuditEntry" (${names}) VALUES ${Prisma.join(values)}`;
}

function chained({ lastId, hash, key }: Chain, log: AuditLog, entries: readonly NewEntry[]): EntryRow[] {
  let previous = hash;
  return entries.map((entry, place) => {
    const texts = {
      actorName: storableText(entry.actorName),
      subjectId: entry.subjectId === null ? null : storableText(entry.subjectId),
      detail: entry.detail === null ? null : storableText(entry.detail),
    };
    const row = {
      ...entry,
      ...texts,
      log,
      id: lastId - BigInt(entries.length - 1 - place),
      subjectDigest: digestOf(key, "subjectId", texts.subjectId),
      detailDigest: digestOf(key, "detail", texts.detail),
    };
    previous = hashOf(previous, row);
    return { ...row, hash: previous };
  });
}
