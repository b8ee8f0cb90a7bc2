import type { Event } from "@/lib/events/event";
import { eventTypes } from "./event-types";
import { erasedMeaning, type Interpretation, notUnderstood } from "./interpretation";

/** Interprets an event by its type's definition. Never throws; events of unknown types are shown as data. */
export function interpret({ type, payload, erasedAt }: Pick<Event, "type" | "payload" | "erasedAt">): Interpretation {
  const known = eventTypes.get(type);
  if (erasedAt !== undefined) {
    const meaning = known?.interpret(payload) ?? notUnderstood(type, null, "Its content was erased.");
    return known?.row === "line" && meaning.problem === null && meaning.variables.length === 0
      ? meaning
      : erasedMeaning(meaning);
  }
  if (known !== undefined) return known.interpret(payload);
  const problem = `Playhead doesn't recognise the event type “${type}” yet; its data is kept below.`;
  return notUnderstood(type, payload, problem);
}
