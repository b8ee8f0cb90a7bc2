import type { ActorKind, AuditAction, SubjectType } from "@/lib/access/audit-actions";

/** An entry to append. */
export interface NewEntry {
  /** Microseconds since 1970. */
  at: bigint;
  actorKind: ActorKind;
  /** The id of the user or API token. */
  actorId: string | null;
  actorName: string;
  /** The user's role at that time. */
  role: string | null;
  action: AuditAction;
  subjectType: SubjectType | null;
  subjectId: string | null;
  /** JSON. Never passwords, tokens or hashes. */
  detail: string | null;
  /** The client's address. */
  ip: string | null;
}

/** An entry as stored: it may be damaged, so that no value is sure to be known to this version. */
export interface EntryRow {
  log: string;
  /** 1, 2, 3, … in its log. */
  id: bigint;
  at: bigint;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  role: string | null;
  action: string;
  subjectType: string | null;
  /** Null if it was erased, or if there is no subject. */
  subjectId: string | null;
  subjectDigest: string | null;
  /** Null if it was erased, or if there is none. */
  detail: string | null;
  detailDigest: string | null;
  ip: string | null;
  hash: string;
}
