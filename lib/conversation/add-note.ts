import type { Actor, Event } from "@/lib/events/event";
import { cutBeyond } from "./cut-beyond";
import type { FoldState } from "./fold-state";

/** A note as it was written, HTML and all: what shows it decides what is safe. */
export function addNote(state: FoldState, note: { text: string; by: Actor | null }, event: Event): void {
  const text = cutBeyond(state.textLength, note.text, event.id);
  state.textLength += text.length;
  state.notes.push({ eventId: event.id, text, by: note.by, at: event.occurredAt });
}
