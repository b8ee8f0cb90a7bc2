import "server-only";
import type { AuditVerification } from "@/lib/api/schemas/privacy/audit";
import { verifyLogs } from "@/lib/audit/verify-logs";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { openLogs } from "./audit-entries";

let running: Promise<AuditVerification> | null = null;

/** Checks every entry of both logs. Requests at the same time share one check. @throws AppError forbidden */
export async function auditVerification(viewer: Viewer): Promise<AuditVerification> {
  await openLogs(viewer);
  running ??= verify().finally(() => {
    running = null;
  });
  return running;
}

async function verify(): Promise<AuditVerification> {
  const { ok, checked, firstBroken } = await verifyLogs(store());
  return { ok, checked, firstBroken };
}
