import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { storedEvent } from "./list-events";

/** What one event is read from, or null where there is none with this id. */
export async function readStoredEvent({ reader }: Store, id: bigint) {
  return reader.event.findUnique({ where: { id }, select: storedEvent });
}
