import "server-only";
import type { Store } from "./client";

const mostEvents = 100;

/** One call of the webhook with its body and all that came of it, or null where there is none with this id. */
export async function readDelivery({ reader }: Store, id: bigint) {
  const [delivery, events, quarantined] = await Promise.all([
    reader.delivery.findUnique({ where: { id } }),
    reader.event.findMany({
      where: { deliveryId: id },
      select: { id: true, type: true, messageType: true, recognised: true, conversationId: true },
      orderBy: { id: "asc" },
    }),
    reader.quarantinedEvent.findMany({ where: { deliveryId: id }, orderBy: { place: "asc" } }),
  ]);
  if (delivery === null) return null;
  const first = events.slice(0, mostEvents);
  const conversations = await reader.conversation.findMany({
    where: { id: { in: [...new Set(first.map(({ conversationId }) => conversationId))] } },
    select: { id: true, key: true },
  });
  const keys = new Map(conversations.map(({ id, key }) => [id, key]));
  return {
    delivery,
    eventIds: events.map((event) => event.id),
    events: first.map((event) => ({ ...event, conversationKey: keys.get(event.conversationId) ?? "" })),
    quarantined,
  };
}

/** The body alone; null where there is no such delivery or its body is pruned. */
export async function readDeliveryBody({ reader }: Store, id: bigint) {
  const found = await reader.delivery.findUnique({ where: { id }, select: { body: true } });
  return found?.body ?? null;
}
