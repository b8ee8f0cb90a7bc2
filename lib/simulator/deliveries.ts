import type { PlatformEvent } from "./platform-event";
import type { Random } from "./random";
import type { SimulatedConversation } from "./simulate";

/** One webhook request. */
export interface Delivery {
  events: PlatformEvent[];
}

/**
 * Packs conversations into deliveries and distributes them to lanes. A visitor stays in one lane, whose deliveries are sent
 * sequentially, so that the order is kept although lanes run in parallel. `batch` 1 packs as the platform seems to (mostly one
 * event, sometimes a few); a larger number packs up to that many.
 */
export function deliveryLanes(
  conversations: readonly SimulatedConversation[],
  random: Random,
  { lanes, batch = 1 }: { lanes: number; batch?: number },
): Delivery[][] {
  const perLane: PlatformEvent[][] = Array.from({ length: lanes }, () => []);
  for (const { visitorKey, events } of conversations) {
    perLane[Number.parseInt(visitorKey.slice(0, 6), 16) % lanes]?.push(...events);
  }
  return perLane.map((events) => {
    const inOrder = events.sort((left, right) => (left.timestamp < right.timestamp ? -1 : 1));
    return batch > 1 ? chunks(inOrder, batch) : asThePlatform(inOrder, random);
  });
}

function chunks(events: readonly PlatformEvent[], size: number): Delivery[] {
  const count = Math.ceil(events.length / size);
  return Array.from({ length: count }, (_, index) => ({ events: events.slice(index * size, (index + 1) * size) }));
}

function asThePlatform(events: readonly PlatformEvent[], random: Random): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const event of events) {
    const last = deliveries.at(-1);
    const previous = last?.events.at(-1);
    const belongs = previous?.conversation.key === event.conversation.key;
    if (last && belongs && last.events.length < 5 && random.chance(0.15)) last.events.push(event);
    else deliveries.push({ events: [event] });
  }
  return deliveries;
}
