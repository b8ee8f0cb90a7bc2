import "server-only";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { listOpenDeliveries } from "@/lib/store/log/list-open-deliveries";
import { reprocess } from "./reprocess";

/** Maximum number of deliveries per call: a few seconds of work. */
const maxAtOnce = 100;

/** The result for several deliveries: how many are resolved, how many are still unreadable, and their events. */
export interface BulkReprocessing {
  reprocessed: number;
  unreadable: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  erased: number;
  /** Where the next call continues; null at the end. */
  next: bigint | null;
}

/** By id, or all open ones between two ids. */
export type BulkSelection = { ids: readonly bigint[] } | { after: bigint; upTo: bigint };

/** Reprocesses several quarantined deliveries unchanged, for example after an update that can read more. */
export async function reprocessOpen(
  viewer: UserViewer,
  selection: BulkSelection,
): Promise<BulkReprocessing | { ok: false; reason: "busy" }> {
  const ids =
    "ids" in selection ? selection.ids : await listOpenDeliveries(store(), viewer, { ...selection, limit: maxAtOnce });
  const sum = { reprocessed: 0, unreadable: 0, accepted: 0, duplicates: 0, quarantined: 0, erased: 0 };
  for (const id of ids) {
    const outcome = await reprocess(viewer, id, null);
    if (!outcome.ok) {
      if (outcome.reason === "busy") return { ok: false, reason: "busy" };
      continue;
    }
    sum[outcome.deliveryId === null ? "unreadable" : "reprocessed"] += 1;
    sum.accepted += outcome.accepted;
    sum.duplicates += outcome.duplicates;
    sum.quarantined += outcome.quarantined;
    sum.erased += outcome.erased;
  }
  const isFull = "upTo" in selection && ids.length === maxAtOnce;
  return { ...sum, next: isFull ? (ids.at(-1) ?? null) : null };
}
