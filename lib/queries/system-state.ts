import "server-only";
import type { SystemState } from "@/lib/api/schemas/system-state";
import type { Viewer } from "@/lib/auth/viewer";
import { buildInfo } from "@/lib/env/build-info";
import { readGauges } from "@/lib/store/admin/read-gauges";
import { store } from "@/lib/store/connection/client";

/** The running version, and its database. */
export async function systemState(_viewer: Viewer): Promise<SystemState> {
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
  };
}
