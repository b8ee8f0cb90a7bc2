import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import type { RetentionRun } from "@/prisma/generated/sqlite/client";

const yearUs = 365n * 86_400_000_000n;

/** Saves a run's progress or its end. Of a rule's runs that changed nothing, only the last is kept; the others for a year. */
export async function saveRun(transaction: Statements, run: RetentionRun): Promise<void> {
  const { id, ruleId, rule, startedAt, endedAt, changed, held, error } = run;
  if (changed === 0)
    await transaction.$executeRaw`DELETE FROM "RetentionRun" WHERE "ruleId" = ${ruleId} AND "changed" = 0`;
  await transaction.$executeRaw`
    INSERT INTO "RetentionRun" ("id", "ruleId", "rule", "startedAt", "endedAt", "changed", "held", "error")
    VALUES (${id}, ${ruleId}, ${rule}, ${startedAt}, ${endedAt}, ${changed}, ${held}, ${error})
    ON CONFLICT ("id") DO UPDATE SET "endedAt" = excluded."endedAt", "changed" = excluded."changed",
      "held" = excluded."held", "error" = excluded."error"`;
  if (endedAt === null) return;
  await transaction.$executeRaw`DELETE FROM "RetentionRun" WHERE "startedAt" < ${endedAt - yearUs}`;
}

/** The latest runs first. */
export function listRuns({ reader }: Store, limit: number): Promise<RetentionRun[]> {
  return reader.retentionRun.findMany({ orderBy: [{ startedAt: "desc" }, { id: "asc" }], take: limit });
}
