import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { newErasure } from "@/lib/api/schemas/privacy/erasure";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer } from "@/lib/auth/viewer";
import { isVisitorLogged } from "@/lib/erasure/visitor-in-log";
import { refusedByHold } from "@/lib/queries/privacy/refused-by-hold";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { holdsOn, requestErasure } from "@/lib/store/erasure/erasures";
import { subjectOf } from "@/lib/store/erasure/subject";
import { isLogged } from "@/lib/store/reads/is-logged";
import { readVisitor } from "@/lib/store/reads/visitor-of-scope";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";

/**
 * Requests the erasure of what has been received of a visitor or a conversation. A job does it.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function createErasure(
  viewer: UserViewer,
  { mode, reason, refuseFuture, ...keys }: z.output<typeof newErasure>,
): Promise<{ id: string } | Refusal> {
  requirePermissionForAll(viewer, "privacy");
  const subject = subjectOf(keys);
  const isKnown =
    subject.subjectType === "visitor"
      ? (await readVisitor(store(), viewer, subject.subjectKey)) !== null ||
        (await isVisitorLogged(store(), subject.subjectKey))
      : await isLogged(store(), viewer, subject.subjectKey);
  if (!isKnown) return notFound(`${subject.subjectType} with this key`);
  const id = randomUUID();
  return inTransaction(store(), async (within) => {
    const [hold] = await holdsOn(within, store().dialect, subject);
    if (hold !== undefined) return refusedByHold(hold);
    const requested = { id, mode, reason, refuseFuture, requestedBy: viewer.email, requestedAt: now() };
    await requestErasure(within, { ...subject, ...requested });
    await audit(within, actorOf(viewer), {
      action: "erasure.request",
      subject: { type: "erasure", id },
      detail: { subject: subject.subjectType, mode, reason, refuseFuture },
    });
    return { id };
  });
}
