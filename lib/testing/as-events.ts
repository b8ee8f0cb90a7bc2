import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import type { SimulatedConversation } from "@/lib/simulator/simulate";

/** A simulated conversation as events, numbered from 1. */
export function asEvents({ events }: Pick<SimulatedConversation, "events">): Event[] {
  return events.map((event, index) =>
    readEvent({
      id: String(index + 1),
      raw: JSON.stringify(event),
      receivedAt: "2026-11-22T12:00:00.000000Z",
      deliveryId: "1",
    }),
  );
}
