import "server-only";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import type { Viewer } from "@/lib/auth/viewer";
import { csvHeader, csvRows } from "@/lib/queries/exports/csv-rows";
import { type EntryPlace, listEntries } from "@/lib/store/audit/list-entries";
import { store } from "@/lib/store/connection/client";
import { type AuditFilter, entryFilter, entryOfRow, openLogs } from "./audit-entries";

const perBatch = 500;

const columns = [
  "id",
  "at",
  "actor kind",
  "actor id",
  "actor",
  "role",
  "action",
  "subject type",
  "subject",
  "detail",
  "ip",
  "hash",
];

/** All matching entries of both logs as CSV, newest first. @throws AppError forbidden */
export async function auditCsv(viewer: Viewer, filter: AuditFilter): Promise<AsyncGenerator<string>> {
  await openLogs(viewer);
  return pieces(viewer, filter);
}

async function* pieces(viewer: Viewer, filter: AuditFilter): AsyncGenerator<string> {
  yield csvHeader(columns, "spreadsheet");
  let after: EntryPlace | null = null;
  for (;;) {
    const rows = await listEntries(store(), entryFilter(filter), { limit: perBatch, after });
    if (rows.length > 0)
      yield csvRows(
        rows.map((row) => cellsOf(entryOfRow(viewer, row))),
        "spreadsheet",
      );
    const last = rows.at(-1);
    if (last === undefined || rows.length < perBatch) return;
    after = last;
  }
}

function cellsOf({ id, at, actor, action, subject, detail, ip, hash }: AuditEntry) {
  return [
    ...[id, at, actor.kind, actor.id, actor.name, actor.role, action, subject?.type, subject?.id],
    ...[detail === null ? null : JSON.stringify(detail), ip, hash],
  ];
}
