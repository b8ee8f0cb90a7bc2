import "server-only";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { type DeliverySelection, dismissDeliveries, restoreDeliveries } from "@/lib/store/log/resolve-deliveries";
import { now } from "@/lib/time/instant";

/** Hides open quarantined deliveries from the default view. Returns their number; nothing is deleted. */
export function dismiss({ email }: UserViewer, selection: DeliverySelection): Promise<number> {
  return dismissDeliveries(store(), selection, { by: email, at: now() });
}

/** Reverts `dismiss`. */
export function restore({ email }: UserViewer, selection: DeliverySelection): Promise<number> {
  return restoreDeliveries(store(), selection, { by: email, at: now() });
}
