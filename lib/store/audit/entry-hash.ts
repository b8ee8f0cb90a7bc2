import "server-only";
import { createHash, createHmac } from "node:crypto";
import type { EntryRow } from "./entry";

/** The values that an erasure removes, with the names of their digests. */
const erasable = [
  ["subjectId", "subjectDigest"],
  ["detail", "detailDigest"],
] as const;

/** The digest that the hash of an entry covers instead of a value that may be erased; null for null. */
export function digestOf(key: string, column: (typeof erasable)[number][0], value: string | null): string | null {
  return value === null ? null : createHmac("sha256", key).update(`${column}\0${value}`).digest("hex");
}

/** The hash of an entry: SHA-256 of the previous hash and the canonical text of the entry, in hex. */
export function hashOf(previous: string, entry: Omit<EntryRow, "hash">): string {
  const { log, id, at, actorKind, actorId, actorName, role, action, subjectType, ip } = entry;
  const covered = [
    ...[previous, log, String(id), String(at), actorKind, actorId, actorName, role, action],
    ...[subjectType, entry.subjectDigest, entry.detailDigest, ip],
  ];
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}

/** Whether an entry is unchanged, if the one before it has the hash `previous`. Erased values are not checked. */
export function isIntact(key: string, previous: string, entry: EntryRow): boolean {
  const hasDigests = erasable.every(([column, digest]) => {
    const value = entry[column];
    return value === null || digestOf(key, column, value) === entry[digest];
  });
  return hasDigests && hashOf(previous, entry) === entry.hash;
}
