import "server-only";
import type { z } from "zod";
import { subjectTypes } from "@/lib/access/audit-actions";
import { can } from "@/lib/access/permissions";
import type { AuditEntry, auditQuery } from "@/lib/api/schemas/privacy/audit";
import { accessLog } from "@/lib/audit/access-log-of-process";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import type { EntryRow } from "@/lib/store/audit/entry";
import type { EntryFilter } from "@/lib/store/audit/list-entries";
import { parseTimestamp, toIso } from "@/lib/time/instant";

export type AuditFilter = Omit<z.output<typeof auditQuery>, "limit" | "cursor" | "format">;

/** Checks that a viewer may read the logs, and writes what waits, so that the latest reads are in them. */
export async function openLogs(viewer: Viewer): Promise<void> {
  requirePermissionForAll(viewer, "privacy");
  await accessLog().flush();
}

export function entryFilter({ actor, action, subject, from, to }: AuditFilter): EntryFilter {
  return {
    actors: actor,
    actions: action,
    subjects: subject.map(readSubject),
    from: from === undefined ? null : parseTimestamp(from),
    to: to === undefined ? null : parseTimestamp(to),
  };
}

/** `type:id`, or the id of any type. Keys may contain colons. */
function readSubject(text: string): EntryFilter["subjects"][number] {
  const type = subjectTypes.find((one) => text.startsWith(`${one}:`));
  return type === undefined ? { type: null, id: text } : { type, id: text.slice(type.length + 1) };
}

/** An entry as the API returns it to a viewer. */
export function entryOfRow(viewer: Viewer, row: EntryRow): AuditEntry {
  const { log, id, at, subjectType } = row;
  return {
    id: `${log}-${id}`,
    at: toIso(at),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, role: row.role },
    action: row.action,
    subject: subjectType === null ? null : { type: subjectType, id: row.subjectId },
    // Searches and changes may contain names and e-mail addresses.
    detail: can(viewer, "personal") ? readDetail(row.detail) : null,
    ip: row.ip,
    hash: row.hash,
  };
}

function readDetail(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Damaged: verifying names the entry.
    return { damaged: text };
  }
}
