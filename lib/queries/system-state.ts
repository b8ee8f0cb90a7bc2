import "server-only";
import { can } from "@/lib/access/permissions";
import type { SystemState } from "@/lib/api/schemas/system-state";
import type { Viewer } from "@/lib/auth/viewer";
import { buildInfo } from "@/lib/env/build-info";
import { journalPath } from "@/lib/erasure/journal-path";
import { readGauges } from "@/lib/store/admin/read-gauges";
import { store } from "@/lib/store/connection/client";

/** The running version, and its database. */
export async function systemState(viewer: Viewer): Promise<SystemState> {
  const { tables, files } = await readGauges(store());
  const iso = (seconds: number | null | undefined) => (seconds == null ? null : new Date(seconds * 1000).toISOString());
  return {
    ...buildInfo(),
    node: process.version,
    dialect: store().dialect,
    databaseBytes: tables?.databaseBytes ?? null,
    freeBytes: files?.freeBytes ?? null,
    lastBackupAt: iso(tables?.lastBackupAt),
    lastDeliveryAt: iso(tables?.lastDeliveryAt),
    erasureJournal: can(viewer, "operate") ? { path: journalPath(store().database) } : null,
  };
}
