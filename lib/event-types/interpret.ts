import type { Event } from "@/lib/events/event";
import { eventTypes } from "./event-types";
import { type Interpretation, notUnderstood } from "./interpretation";

/** Interprets an event by its type's definition. Never throws; events of unknown types are shown as data. */
export function interpret({ type, payload }: Pick<Event, "type" | "payload">): Interpretation {
  const known = eventTypes.get(type);
  if (known !== undefined) return known.interpret(payload);
  const problem = `Playhead doesn't recognise the event type “${type}” yet; its data is kept below.`;
  return notUnderstood(type, payload, problem);
}
