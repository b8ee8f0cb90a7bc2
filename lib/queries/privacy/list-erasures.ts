import "server-only";
import { can } from "@/lib/access/permissions";
import type { ErasureAnswer } from "@/lib/api/schemas/privacy/erasure";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readErasure, listErasures as readErasures } from "@/lib/store/erasure/erasures";
import { subjectTypeOf } from "@/lib/store/erasure/subject";
import { toIso } from "@/lib/time/instant";

type StoredErasure = NonNullable<Awaited<ReturnType<typeof readErasure>>>;

/**
 * All erasures, newest first, without their receipts.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function listErasures(viewer: Viewer): Promise<{ data: Omit<ErasureAnswer, "receipt">[] }> {
  requirePermissionForAll(viewer, "privacy");
  return { data: (await readErasures(store())).map((row) => answerOf(viewer, row)) };
}

/**
 * An erasure with its receipt.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function getErasure(viewer: Viewer, id: string): Promise<ErasureAnswer | Refusal> {
  requirePermissionForAll(viewer, "privacy");
  const row = await readErasure(store(), id);
  return row === null ? notFound("erasure with this ID") : { ...answerOf(viewer, row), receipt: row.receipt };
}

function answerOf(viewer: Viewer, row: StoredErasure): Omit<ErasureAnswer, "receipt"> {
  const { id, found, erased, refuseFuture, requestedBy } = row;
  return {
    ...{ id, found, erased, refuseFuture, requestedBy },
    subject: { type: subjectTypeOf(row.subjectType), key: row.subjectKey },
    mode: row.mode === "whole" ? "whole" : "content",
    reason: can(viewer, "personal") ? row.reason : null,
    requestedAt: toIso(row.requestedAt),
    state: row.state === "done" || row.state === "failed" ? row.state : "running",
    remaining: found - erased,
    error: row.error,
    doneAt: row.doneAt === null ? null : toIso(row.doneAt),
  };
}
