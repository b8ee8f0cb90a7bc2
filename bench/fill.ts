import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import type { NewDelivery } from "@/lib/store/log/new-delivery";
import { project } from "@/lib/store/projections/project";
import { now } from "@/lib/time/instant";
import { type BenchEvent, conversation } from "./conversations";

/** A delivery with these events, as the webhook builds it. */
export function deliveryOf(events: readonly BenchEvent[]): NewDelivery {
  const bytes = Buffer.from(JSON.stringify({ events }));
  const origin = { source: "webhook", tokenPlace: "header authorization", contentType: "application/json" } as const;
  return prepareDelivery(bytes, { ...origin, receivedAt: now(), secrets: [] });
}

/** Appends conversations of ten events, in the same way as the webhook. */
export async function fill(
  store: Store,
  { conversations, eventsPerDelivery = 100 }: { conversations: number; eventsPerDelivery?: number },
): Promise<void> {
  const eventsPerCommit = 2000;
  let waiting: BenchEvent[] = [];
  for (let number = 0; number < conversations; number++) {
    waiting.push(...conversation(number, 10, "fill"));
    if (waiting.length < eventsPerCommit && number < conversations - 1) continue;
    const count = Math.ceil(waiting.length / eventsPerDelivery);
    const deliveries = Array.from({ length: count }, (_, place) =>
      deliveryOf(waiting.slice(place * eventsPerDelivery, (place + 1) * eventsPerDelivery)),
    );
    await append(store, deliveries);
    waiting = [];
  }
  await project(store);
}
