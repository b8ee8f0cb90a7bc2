import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { can } from "@/lib/access/permissions";
import type { RetentionRule } from "@/lib/api/retention";
import type { Retention, RetentionPreview, retentionChange } from "@/lib/api/schemas/privacy/retention";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readDueTime } from "@/lib/store/jobs/list-jobs";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { lockStoredRules, saveStoredRules } from "@/lib/store/retention/rules";
import { listRuns } from "@/lib/store/retention/runs";
import { now, toIso } from "@/lib/time/instant";
import { dueOf, previewOf } from "./expiries";
import { retentionJob } from "./retention-job";
import { readRules, rulesIn, writeRules } from "./stored-rules";

const listedRuns = 50;

type NewRules = z.output<typeof retentionChange>["rules"];

/**
 * The retention rules and their last runs.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function readRetention(viewer: Viewer): Promise<Retention> {
  requirePermissionForAll(viewer, "privacy");
  const [rules, runs, dueAt] = await Promise.all([
    readRules(store()),
    listRuns(store(), listedRuns),
    readDueTime(store(), { kind: retentionJob.name, key: "" }),
  ]);
  return {
    rules,
    runs: runs.map(({ startedAt, endedAt, ...run }) => ({
      ...run,
      startedAt: toIso(startedAt),
      endedAt: endedAt === null ? null : toIso(endedAt),
    })),
    nextRunAt: dueAt === null ? null : toIso(dueAt),
  };
}

/**
 * Replaces the retention rules. No batch of earlier rules is applied afterwards.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function changeRetention(viewer: UserViewer, rules: NewRules): Promise<Retention> {
  requirePermissionForAll(viewer, "privacy");
  const after: RetentionRule[] = rules.map(({ id = randomUUID(), ...rule }) => ({ id, ...rule }));
  await inTransaction(store(), async (within) => {
    const before = rulesIn(await lockStoredRules(within));
    await saveStoredRules(within, writeRules(after));
    await audit(within, actorOf(viewer), {
      action: "retention.change",
      subject: { type: "setting", id: "retention" },
      detail: { before, after },
    });
  });
  return readRetention(viewer);
}

/**
 * What each of these rules would do now.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function previewRetention(viewer: Viewer, rules: NewRules): Promise<RetentionPreview | Refusal> {
  requirePermissionForAll(viewer, "privacy");
  const data: RetentionPreview["data"] = [];
  for (const rule of rules) {
    const due = dueOf(rule, { at: now(), isThorough: true });
    if (typeof due === "string") return new Refusal("bad_request", due, "rules");
    const { examples, ...counts } = await previewOf(store(), rule, due);
    data.push({
      ...counts,
      examples: examples.map(({ title, at, ...one }) => ({
        ...{ ...one, at: toIso(at) },
        title: can(viewer, "personal") ? title : null,
      })),
    });
  }
  return { data };
}
