import "server-only";
import type { Statements } from "@/lib/store/connection/statements";
import { now } from "@/lib/time/instant";

/** Identifies a job. */
export interface JobId {
  kind: string;
  key: string;
}

export interface NewJob extends JobId {
  /** Microseconds; now if it is missing. */
  dueAt?: bigint;
  /** Where its first step begins; null if it is missing. */
  progress?: unknown;
}

/** Queues a job. One that waits already stays as it is; one that is done or dead begins again. */
export async function queueJob(transaction: Statements, { kind, key, dueAt, progress = null }: NewJob): Promise<void> {
  const at = now();
  const json = JSON.stringify(progress);
  await transaction.$executeRaw`
    INSERT INTO "Job" ("kind", "key", "state", "dueAt", "leaseUntil", "attempts", "progress", "createdAt", "changedAt")
    VALUES (${kind}, ${key}, 'waiting', ${dueAt ?? at}, 0, 0, ${json}, ${at}, ${at})
    ON CONFLICT ("kind", "key") DO UPDATE SET
      "state" = 'waiting', "dueAt" = excluded."dueAt", "leaseUntil" = 0, "attempts" = 0, "progress" = excluded."progress",
      "error" = NULL, "changedAt" = excluded."changedAt"
    WHERE "Job"."state" <> 'waiting'`;
}

/** Queues a job unless it exists in any state. */
export async function ensureJob(transaction: Statements, { kind, key }: JobId): Promise<void> {
  const at = now();
  await transaction.$executeRaw`
    INSERT INTO "Job" ("kind", "key", "dueAt", "progress", "createdAt", "changedAt")
    VALUES (${kind}, ${key}, ${at}, 'null', ${at}, ${at})
    ON CONFLICT ("kind", "key") DO NOTHING`;
}
