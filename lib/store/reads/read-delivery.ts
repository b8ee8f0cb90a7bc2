import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { isDeliveryInScope } from "./deliveries-in-scope";
import { whereInScope } from "./in-scope";
import { shortenListed } from "./shorten";

const mostEvents = 100;

/** A delivery with its body and all its results, or null if there is none with this id. */
export async function readDelivery(store: Store, access: Access, id: bigint) {
  const { reader } = store;
  const delivery = await reader.delivery.findUnique({ where: { id } });
  if (delivery === null || !(await isDeliveryInScope(store, access, id))) return null;
  const [kept, events, quarantined] = await Promise.all([
    reader.deliveryBody.findUnique({ where: { id } }),
    reader.event.findMany({
      where: { deliveryId: id, id: idsOf(delivery) },
      select: { id: true, type: true, messageType: true, recognised: true, conversationId: true },
      orderBy: { id: "asc" },
    }),
    reader.quarantinedEvent.findMany({ where: { deliveryId: id }, orderBy: { place: "asc" } }),
  ]);
  const first = events.slice(0, mostEvents);
  const conversations = await reader.conversation.findMany({
    where: { id: { in: [...new Set(first.map(({ conversationId }) => conversationId))] }, ...whereInScope(access) },
    select: { id: true, key: true, title: true },
  });
  const known = new Map(conversations.map(({ id, key, title }) => [id, { key, title: shortenListed(title) }]));
  return {
    delivery,
    body: kept?.bytes ?? null,
    headers: kept?.headers ?? null,
    eventIds: events.map((event) => event.id),
    events: first.map((event) => {
      const conversation = known.get(event.conversationId);
      return { ...event, conversationKey: conversation?.key ?? "", title: conversation?.title ?? null };
    }),
    quarantined,
  };
}

/** The body alone; null if there is no such delivery or its body was pruned. */
export async function readDeliveryBody(store: Pick<Store, "reader">, access: Access, id: bigint) {
  if (!(await isDeliveryInScope(store, access, id))) return null;
  const found = await store.reader.deliveryBody.findUnique({ where: { id } });
  return found?.bytes ?? null;
}

/** The id range of its events, allocated when it was stored; those that were erased since had ids in it, too. */
function idsOf(delivery: { firstEventId: bigint | null; accepted: number; duplicates: number; erased: number }) {
  const first = delivery.firstEventId ?? 0n;
  return { gte: first, lt: first + BigInt(delivery.accepted + delivery.duplicates + delivery.erased) };
}
