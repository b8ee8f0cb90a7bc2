import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { storedEvent } from "./list-events";

/** The stored columns of an event, or null if there is none with this id. */
export async function readStoredEvent({ reader }: Store, id: bigint) {
  return reader.event.findUnique({ where: { id }, select: storedEvent });
}
