import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Statements } from "@/lib/store/connection/statements";
import { queueJob } from "@/lib/store/jobs/queue-job";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { Records } from "@/lib/store/records/in-transaction";
import type { Erasure, LegalHold } from "@/prisma/generated/sqlite/client";
import { findHolds } from "./holds";
import type { Subject } from "./subject";
import { digestOf, readErasureKey } from "./tombstones";

/** content: events become skeletons. whole: their rows are deleted. */
export type ErasureMode = "content" | "whole";

export interface RequestedErasure extends Subject {
  id: string;
  mode: ErasureMode;
  reason: string;
  /** Only of a visitor. */
  refuseFuture: boolean;
  /** E-mail address, or name of a token. */
  requestedBy: string;
  /** Microseconds. */
  requestedAt: bigint;
}

/** The kind of the jobs that erase: the key is the erasure's id. */
export const erasureJobKind = "erasure";

/** Stores an erasure, and queues its job. */
export async function requestErasure({ records }: Records, requested: RequestedErasure): Promise<void> {
  const { id, subjectType, subjectKey, requestedAt } = requested;
  const key = await readErasureKey(records);
  const subjectDigest = digestOf(key, subjectType, subjectKey).toString("hex");
  const begun = { state: "running", found: 0, erased: 0, error: null, doneAt: null, receipt: null };
  await records.erasure.create({ data: { ...requested, ...begun, subjectDigest } });
  await queueJob(records, { kind: erasureJobKind, key: id, dueAt: requestedAt });
}

/** The legal holds that forbid erasing a subject. None can be placed before the transaction ends. */
export async function holdsOn({ records }: Records, dialect: Dialect, subject: Subject): Promise<LegalHold[]> {
  await allocateIds(records);
  return findHolds(records, dialect, [subject]);
}

/** An erasure; null if there is none with this id. */
export async function readErasure({ records }: Records, id: string): Promise<Erasure | null> {
  return records.erasure.findUnique({ where: { id } });
}

/** All erasures, newest first. */
export async function listErasures({ records }: Records): Promise<Erasure[]> {
  return records.erasure.findMany({ orderBy: [{ requestedAt: "desc" }, { id: "desc" }] });
}

/** The erasure of a job, in its transaction. */
export async function erasureOf(transaction: Statements, id: string): Promise<Erasure | null> {
  const [row] = await transaction.$queryRaw<Erasure[]>`SELECT * FROM "Erasure" WHERE "id" = ${id}`;
  return row === undefined ? null : { ...row, refuseFuture: Boolean(row.refuseFuture) };
}

export async function setFound(transaction: Statements, id: string, found: number): Promise<void> {
  await transaction.$executeRaw`UPDATE "Erasure" SET "found" = ${found} WHERE "id" = ${id}`;
}

export async function addErased(transaction: Statements, id: string, more: number): Promise<void> {
  await transaction.$executeRaw`UPDATE "Erasure" SET "erased" = "erased" + ${more} WHERE "id" = ${id}`;
}

/** Removes the key of the subject, which only its digest then stands for. */
export async function forgetSubject(transaction: Statements, id: string): Promise<void> {
  await transaction.$executeRaw`UPDATE "Erasure" SET "subjectKey" = NULL WHERE "id" = ${id}`;
}

export async function finishErasure(
  transaction: Statements,
  id: string,
  { at, receipt }: { at: bigint; receipt: string },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Erasure" SET "state" = 'done', "doneAt" = ${at}, "receipt" = ${receipt}, "subjectKey" = NULL WHERE "id" = ${id}`;
}

export async function failErasure(transaction: Statements, id: string, error: string): Promise<void> {
  await transaction.$executeRaw`UPDATE "Erasure" SET "state" = 'failed', "error" = ${error} WHERE "id" = ${id}`;
}
