import "server-only";
import { z } from "zod";
import { auditLogs } from "@/lib/access/audit-actions";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import type { Viewer } from "@/lib/auth/viewer";
import { pageOf, readCursor } from "@/lib/queries/cursor";
import { Refusal } from "@/lib/queries/refusal";
import { type EntryPlace, listEntries } from "@/lib/store/audit/list-entries";
import { store } from "@/lib/store/connection/client";
import { type AuditFilter, entryFilter, entryOfRow, openLogs } from "./audit-entries";

const integer = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const place = z.tuple([integer, z.enum(auditLogs), integer]);

/** A page of both logs, newest first. @throws AppError forbidden */
export async function auditPage(
  viewer: Viewer,
  { limit, cursor, ...filter }: AuditFilter & { limit: number; cursor?: string | undefined },
): Promise<{ data: AuditEntry[]; nextCursor: string | null } | Refusal> {
  await openLogs(viewer);
  const list = ["audit", filter];
  const after = cursor === undefined ? null : readCursor(list, place, cursor);
  if (after instanceof Refusal) return after;
  const found = await listEntries(store(), entryFilter(filter), {
    limit: limit + 1,
    after: after === null ? null : placeAfter(after),
  });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ at, log, id }) => [at, log, id]);
  return { data: rows.map((row) => entryOfRow(viewer, row)), nextCursor };
}

function placeAfter([at, log, id]: z.output<typeof place>): EntryPlace {
  return { at, log, id };
}
