import type { Event } from "@/lib/events/event";
import { interpret } from "./interpret";

/** Why an event is shown as data only, as a sentence for the page; null for a recognised event. */
export function payloadProblem(event: Pick<Event, "type" | "payload">): string | null {
  return interpret(event).problem;
}
