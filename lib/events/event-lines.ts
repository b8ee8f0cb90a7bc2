import type { Event } from "./event";
import { interpret } from "./interpret";
import { storableText } from "./json/storable-text";

/** What an event says, in the lines that a page shows; `text` is the same in one line. */
export function eventLines(event: Pick<Event, "type" | "payload" | "text">): string {
  const lines = interpret(event).lines?.();
  return lines === undefined ? event.text : storableText(lines);
}
