import type { Event } from "@/lib/events/event";
import type { EventRow } from "./event-definition";
import { eventTypes } from "./event-types";

/** Which row the timeline draws of an event; `unknown` shows its data. What was said or noted is shown as such in any case. */
export function rowOf({ type, recognised }: Pick<Event, "type" | "recognised">): EventRow | "unknown" {
  const row = eventTypes.get(type)?.row ?? "unknown";
  return row === "line" && !recognised ? "unknown" : row;
}
