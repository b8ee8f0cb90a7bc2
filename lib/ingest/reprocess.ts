import "server-only";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { UserViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { store } from "@/lib/store/connection/client";
import type { NewDelivery } from "@/lib/store/log/new-delivery";
import { storedEventsAt } from "@/lib/store/log/stored-events-at";
import { readDelivery } from "@/lib/store/reads/read-delivery";
import { now } from "@/lib/time/instant";
import { writer } from "./writer-of-process";

/** What became of a body that was put through again. Counts are of its events. */
export type Reprocessing =
  | {
      ok: true;
      /** Null when nothing was stored: the body is as unreadable as before, and the delivery stays open. */
      deliveryId: bigint | null;
      verdict: "accepted" | "partial" | "quarantined";
      accepted: number;
      duplicates: number;
      quarantined: number;
      reason: string | null;
      /** Byte of the body where the fault lies. */
      position: number | null;
    }
  | { ok: false; reason: "not_found" | "body_pruned" | "too_large" | "not_open" | "busy" };

/**
 * Puts the body of a delivery, or an edited one, through the way of the webhook: repeats are dropped by their content, so
 * good events of it are not stored twice. What brings events becomes a new delivery, linked with this one, which keeps its
 * bytes; what is still unreadable is not stored again.
 *
 * Editing writes history, so only admins may, only while the delivery is open, and the events that it brings carry the editor.
 *
 * @param given the edited body, or null to take the delivery's own
 * @throws AppError forbidden when somebody else edits
 */
export async function reprocess(viewer: UserViewer, id: bigint, given: Uint8Array | null): Promise<Reprocessing> {
  const found = await readDelivery(store(), id);
  if (found === null) return { ok: false, reason: "not_found" };
  const { delivery: original, quarantined } = found;
  const isEdited = given !== null && (found.body === null || Buffer.compare(given, found.body) !== 0);
  if (isEdited) requireAdmin(viewer);
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
  const { verdict, reason, position } = outcome.delivery;
  const { id: deliveryId, ...counts } = outcome.stored;
  // It held events, so it is no test.
  return { ok: true, deliveryId, verdict: verdict === "test" ? "accepted" : verdict, reason, position, ...counts };
}

/** What may stand for a token. */
const mask = /\*+/g;

/**
 * The hash of an event that held a token was computed before its token was masked as it is now. Such an event is recognized by
 * its text.
 */
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
    reason,
    position,
  };
}
