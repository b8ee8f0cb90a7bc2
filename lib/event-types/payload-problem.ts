import type { Event } from "@/lib/events/event";
import { interpret } from "./interpret";

/** Why an event is shown as data only, in a sentence for the page; null for an event that is understood. */
export function payloadProblem(event: Pick<Event, "type" | "payload">): string | null {
  return interpret(event).problem;
}
