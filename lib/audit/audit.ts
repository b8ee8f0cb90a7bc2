import "server-only";
import type { AuditAction, ChangeAction, SubjectType } from "@/lib/access/audit-actions";
import { appendEntries, type Recording } from "@/lib/store/audit/append-entries";
import type { NewEntry } from "@/lib/store/audit/entry";
import { now } from "@/lib/time/instant";
import type { Actor } from "./actor";

export interface Subject {
  type: SubjectType;
  id: string;
}

/** Further facts, such as `before` and `after`. Never passwords, tokens or hashes. */
export type Detail = Readonly<Record<string, unknown>>;

export interface Change {
  action: ChangeAction;
  subject?: Subject | null;
  detail?: Detail | null;
}

/**
 * Records a change in the audit log. Pass the transaction of the change, and call it last in it: then both are stored, or
 * neither, and no other transaction waits longer than necessary.
 */
export async function audit(within: Recording, actor: Actor, ...changes: readonly Change[]): Promise<void> {
  const at = now();
  await appendEntries(
    within,
    "audit",
    changes.map((change) => entryOf(actor, change, at)),
  );
}

/** The entry of something that was done. */
export function entryOf(
  actor: Actor,
  done: { action: AuditAction; subject?: Subject | null; detail?: Detail | null },
  at: bigint,
): NewEntry {
  return {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    action: done.action,
    subjectType: done.subject?.type ?? null,
    subjectId: done.subject?.id ?? null,
    detail: done.detail ? JSON.stringify(done.detail) : null,
    ip: actor.ip,
  };
}
