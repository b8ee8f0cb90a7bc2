import type { Event } from "@/lib/events/event";
import type { EventRow } from "./event-definition";
import { eventTypes } from "./event-types";

/**
 * The row that the timeline draws for an event; `unknown` shows its data. Messages and notes keep their row even when
 * unrecognised.
 */
export function rowOf({ type, recognised }: Pick<Event, "type" | "recognised">): EventRow | "unknown" {
  const row = eventTypes.get(type)?.row ?? "unknown";
  return row === "line" && !recognised ? "unknown" : row;
}
