import "server-only";
import { auditLogs } from "@/lib/access/audit-actions";
import { verifyChain } from "@/lib/store/audit/verify-chain";
import type { Store } from "@/lib/store/connection/client";

export interface Verification {
  ok: boolean;
  /** How many entries were checked. */
  checked: number;
  /** The first entry that was changed, removed or inserted. */
  firstBroken: string | null;
  /** The hash of the last entry of each log. Kept elsewhere, it shows later whether a whole log was replaced. */
  heads: Record<string, string>;
}

/** Checks every entry of the audit log, then every one of the access log. */
export async function verifyLogs(store: Store): Promise<Verification> {
  let checked = 0;
  const heads: Record<string, string> = {};
  for (const log of auditLogs) {
    const report = await verifyChain(store, log);
    checked += report.checked;
    heads[log] = report.hash;
    if (report.firstBroken !== null) return { ok: false, checked, firstBroken: `${log}-${report.firstBroken}`, heads };
  }
  return { ok: true, checked, firstBroken: null, heads };
}
