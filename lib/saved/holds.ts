import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { newHold } from "@/lib/api/schemas/privacy/hold";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer } from "@/lib/auth/viewer";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { deleteHold, insertHold } from "@/lib/store/erasure/holds";
import { subjectOf, subjectTypeOf } from "@/lib/store/erasure/subject";
import { isLogged } from "@/lib/store/reads/is-logged";
import { readVisitor } from "@/lib/store/reads/visitor-of-scope";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";

/**
 * Places a legal hold: until it is released, nothing of its subject is erased or expires.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function placeHold(
  viewer: UserViewer,
  { reason, ...keys }: z.output<typeof newHold>,
): Promise<{ id: string } | Refusal> {
  requirePermissionForAll(viewer, "privacy");
  const subject = subjectOf(keys);
  const { subjectType, subjectKey } = subject;
  const isKnown =
    subjectType === "visitor"
      ? (await readVisitor(store(), viewer, subjectKey)) !== null
      : await isLogged(store(), viewer, subjectKey);
  if (!isKnown) return notFound(`${subjectType} with this key`);
  const id = randomUUID();
  await inTransaction(store(), async (within) => {
    await insertHold(within, { ...subject, id, reason, madeBy: viewer.email, createdAt: now() });
    await audit(within, actorOf(viewer), {
      action: "hold.create",
      subject: { type: subjectType, id: subjectKey },
      detail: { id, reason },
    });
  });
  return { id };
}

/**
 * Releases a legal hold.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function releaseHold(viewer: UserViewer, id: string): Promise<{ ok: true } | Refusal> {
  requirePermissionForAll(viewer, "privacy");
  return inTransaction(store(), async (within) => {
    const hold = await deleteHold(within, id);
    if (hold === null) return notFound("legal hold with this ID");
    await audit(within, actorOf(viewer), {
      action: "hold.delete",
      subject: { type: subjectTypeOf(hold.subjectType), id: hold.subjectKey },
      detail: { id, reason: hold.reason },
    });
    return { ok: true };
  });
}
