import "server-only";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { store } from "@/lib/store/connection/client";
import type { NewDelivery } from "@/lib/store/log/new-delivery";
import { storedEventsAt } from "@/lib/store/log/stored-events-at";
import { readDelivery } from "@/lib/store/reads/read-delivery";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";
import { writer } from "./writer-of-process";

/** The result of reprocessing a body. Counts are of its events. */
export type Reprocessing =
  | {
      ok: true;
      /** Null if nothing was stored: the body is still unreadable, and the delivery stays open. */
      deliveryId: bigint | null;
      verdict: "accepted" | "partial" | "quarantined";
      accepted: number;
      duplicates: number;
      quarantined: number;
      erased: number;
      reason: string | null;
      /** Byte offset of the error in the body. */
      position: number | null;
    }
  | { ok: false; reason: "not_found" | "body_pruned" | "too_large" | "not_open" | "busy" };

/**
 * Sends the body of a delivery, or an edited one, through the webhook's code: events are deduplicated by content, so that good
 * events are not stored twice. A body with events becomes a new delivery, linked to this one, which keeps its bytes; what is
 * still unreadable is not stored again.
 *
 * Editing rewrites history: only admins may, only while the delivery is open, and its events record the editor.
 *
 * @param given the edited body, or null for the delivery's own
 */
export async function reprocess(viewer: UserViewer, id: bigint, given: Uint8Array | null): Promise<Reprocessing> {
  const found = await readDelivery(store(), viewer, id);
  if (found === null) return { ok: false, reason: "not_found" };
  const { delivery: original, quarantined } = found;
  const isEdited = given !== null && (found.body === null || Buffer.compare(given, found.body) !== 0);
  if (isEdited && original.resolution !== "open") return { ok: false, reason: "not_open" };
  const body = isEdited ? given : found.body;
  if (body === null) return { ok: false, reason: "body_pruned" };
  if (body.byteLength > env().maxBodyBytes && isEdited) return { ok: false, reason: "too_large" };

  const prepared = prepareDelivery(body, {
    receivedAt: now(),
    source: "reprocess",
    tokenPlace: null,
    contentType: original.contentType,
    secrets: [],
  });
  if (prepared.verdict === "test") return unreadable("It contains no events", null, 0);
  const isAsBefore = !isEdited && original.verdict === "partial" && prepared.quarantined.length >= quarantined.length;
  if (prepared.verdict === "quarantined" || isAsBefore) {
    return unreadable(prepared.reason, prepared.position, prepared.quarantined.length);
  }
  if (!isEdited) await takeHashesOfMasked(prepared);
  const by = { madeBy: viewer.email, ...(isEdited && { editedBy: viewer.email }) };
  const outcome = await writer().submit({ ...prepared, ...by, reprocessOf: id });
  if (!outcome.ok) return { ok: false, reason: "busy" };
  const { id: deliveryId, verdict, reason, ...counts } = outcome.stored;
  const position = reason === null ? null : outcome.delivery.position;
  await inTransaction(store(), (within) =>
    audit(within, actorOf(viewer), {
      action: "delivery.reprocess",
      subject: { type: "delivery", id: String(id) },
      detail: { isEdited, reprocessedAs: String(deliveryId), ...counts },
    }),
  );
  // It had events, so it is not a test.
  return { ok: true, deliveryId, verdict: verdict === "test" ? "accepted" : verdict, reason, position, ...counts };
}

/** Possible masks of a token. */
const mask = /\*+/g;

/** The hash of an event with a token was computed before the current masking. Such an event is identified by its text. */
async function takeHashesOfMasked({ events }: NewDelivery): Promise<void> {
  const unmasked = (raw: string) => raw.replaceAll(mask, "*");
  for (const event of events.filter(({ raw }) => raw.search(mask) !== -1)) {
    const stored = await storedEventsAt(store(), event.conversationKey, event.occurredAt);
    event.hash = stored.find(({ raw }) => unmasked(raw) === unmasked(event.raw))?.hash ?? event.hash;
  }
}

function unreadable(reason: string | null, position: number | null, quarantined: number): Reprocessing {
  return {
    ok: true,
    deliveryId: null,
    verdict: "quarantined",
    accepted: 0,
    duplicates: 0,
    quarantined,
    erased: 0,
    reason,
    position,
  };
}
