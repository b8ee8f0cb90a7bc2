import "server-only";
import { type Delivery, deliveryResolution, deliveryVerdict } from "@/lib/api/schemas/delivery";
import { toWholeText } from "@/lib/store/log/delivery-texts";
import { statusOf } from "@/lib/store/reads/delivery-conditions";
import type { DeliveryRow } from "@/lib/store/reads/list-deliveries";
import { toIso } from "@/lib/time/instant";

/** Converts a row of the webhook log to the API's format. */
export function deliveryOfRow(row: DeliveryRow): Delivery {
  return {
    id: String(row.id),
    receivedAt: toIso(row.receivedAt),
    source: row.source,
    verdict: deliveryVerdict.parse(row.verdict),
    status: row.source === "webhook" ? statusOf(row.verdict) : null,
    reason: row.reason,
    position: row.position,
    tokenPlace: toWholeText(row.tokenPlace),
    contentType: toWholeText(row.contentType),
    size: row.size,
    accepted: row.accepted,
    duplicates: row.duplicates,
    quarantined: row.quarantined,
    erased: row.erased,
    durationMs: row.durationUs / 1000,
    resolution: row.resolution === "none" ? null : deliveryResolution.parse(row.resolution),
    resolvedAt: row.resolvedAt === null ? null : toIso(row.resolvedAt),
    reprocessedAs: row.reprocessedAs === null ? null : String(row.reprocessedAs),
    reprocessOf: row.reprocessOf === null ? null : String(row.reprocessOf),
    madeBy: row.madeBy,
    editedBy: row.editedBy,
    resolvedBy: row.resolvedBy,
  };
}
