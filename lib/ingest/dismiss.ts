import "server-only";
import type { ChangeAction } from "@/lib/access/audit-actions";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import {
  type DeliverySelection,
  dismissDeliveries,
  type Resolver,
  restoreDeliveries,
} from "@/lib/store/log/resolve-deliveries";
import { now } from "@/lib/time/instant";

/** Hides open quarantined deliveries from the default view. Returns their number; nothing is deleted. */
export function dismiss(viewer: UserViewer, selection: DeliverySelection): Promise<number> {
  return dismissDeliveries(store(), viewer, selection, resolver(viewer, "delivery.dismiss"));
}

/** Reverts `dismiss`. */
export function restore(viewer: UserViewer, selection: DeliverySelection): Promise<number> {
  return restoreDeliveries(store(), viewer, selection, resolver(viewer, "delivery.restore"));
}

/** An entry names at most this many deliveries. */
const maxNamed = 1000;

function resolver(viewer: UserViewer, action: ChangeAction): Resolver {
  return {
    by: viewer.email,
    at: now(),
    record: (within, ids) =>
      audit(within, actorOf(viewer), {
        action,
        subject: ids.length === 1 ? { type: "delivery", id: String(ids[0]) } : null,
        detail: { count: ids.length, deliveries: ids.slice(0, maxNamed).map(String) },
      }),
  };
}
