import "server-only";
import type { Store } from "./client";

/** One call of the webhook with its body and all that came of it, or null where there is none with this id. */
export async function readDelivery({ reader }: Store, id: bigint) {
  const [delivery, events, quarantined] = await Promise.all([
    reader.delivery.findUnique({ where: { id } }),
    reader.event.findMany({ where: { deliveryId: id }, select: { id: true }, orderBy: { id: "asc" } }),
    reader.quarantinedEvent.findMany({ where: { deliveryId: id }, orderBy: { place: "asc" } }),
  ]);
  return delivery === null ? null : { delivery, eventIds: events.map((event) => event.id), quarantined };
}

/** The body alone; null where there is no such delivery or its body is pruned. */
export async function readDeliveryBody({ reader }: Store, id: bigint) {
  const found = await reader.delivery.findUnique({ where: { id }, select: { body: true } });
  return found?.body ?? null;
}
