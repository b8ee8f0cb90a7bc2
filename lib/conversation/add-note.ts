import type { Actor, Event } from "@/lib/events/event";
import { cutBeyond } from "./cut-beyond";
import type { FoldState } from "./fold-state";

/** Adds a note as sent, including HTML: the view that shows it sanitizes it. */
export function addNote(state: FoldState, note: { text: string; by: Actor | null }, event: Event): void {
  const text = event.erasedAt === undefined ? cutBeyond(state.textLength, note.text, event.id) : event.text;
  state.textLength += text.length;
  state.notes.push({ eventId: event.id, text, by: note.by, at: event.occurredAt });
}
