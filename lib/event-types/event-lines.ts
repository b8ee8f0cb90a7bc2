import type { Event } from "@/lib/events/event";
import { storableText } from "@/lib/json/storable-text";
import { interpret } from "./interpret";

/** The text of an event with line breaks; `text` is the same in one line. */
export function eventLines(event: Pick<Event, "type" | "payload" | "text">): string {
  const lines = interpret(event).lines?.();
  return lines === undefined ? event.text : storableText(lines);
}
