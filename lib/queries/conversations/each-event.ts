import "server-only";
import type { Event } from "@/lib/events/event";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";

const longestTurnMs = 8;

/** The events of a log, with pauses: other work in this process waits a few milliseconds, or for a single event. */
export async function* eachEvent(log: AsyncIterable<readonly Event[]>): AsyncGenerator<Event> {
  let began = performance.now();
  for await (const events of log) {
    for (const event of events) {
      yield event;
      if (performance.now() - began < longestTurnMs) continue;
      await deliveriesFirst();
      began = performance.now();
    }
  }
}
