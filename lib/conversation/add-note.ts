import type { Actor, Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";

/** A note as it was written, HTML and all: what shows it decides what is safe. */
export function addNote(state: FoldState, note: { text: string; by: Actor | null }, event: Event): void {
  state.notes.push({ eventId: event.id, text: note.text, by: note.by, at: event.occurredAt });
}
