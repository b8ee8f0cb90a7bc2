import "server-only";
import type { Event } from "@/lib/events/event";
import { readEvent } from "@/lib/events/read-event";
import { toIso } from "@/lib/time/instant";

interface StoredEventRow {
  id: bigint;
  raw: string;
  receivedAt: bigint;
  deliveryId: bigint;
}

/** The event that a row holds the text of. */
export function eventOfRow({ id, raw, receivedAt, deliveryId }: StoredEventRow): Event {
  return readEvent({ id: String(id), raw, receivedAt: toIso(receivedAt), deliveryId: String(deliveryId) });
}
