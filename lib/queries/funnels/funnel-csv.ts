import "server-only";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { csvTable } from "@/lib/queries/exports/csv-rows";

/** A funnel as CSV: one row per step. */
export function funnelCsv({ steps }: FunnelResult): string {
  const rows = steps.map(({ label, cell: { k = null, n, value, pending, reason = null, conversations } }) => [
    ...[label, k, n, value, pending, reason, `?${conversations}`],
  ]);
  const columns = ["step", "conversations", "of", "share", "pending", "reason", "query"];
  return csvTable(columns, rows);
}
