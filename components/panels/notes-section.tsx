"use client";

import { usePlayheadControls } from "@/components/playhead/playhead";
import { useActorNames } from "@/components/timeline/actor-names";
import { InstantTime } from "@/components/timeline/instant-time";
import type { Note } from "@/lib/conversation/conversation";
import { plainText } from "@/lib/messages/plain-text";
import { PanelSection } from "./panel-section";

export function NotesSection({ notes }: { notes: readonly Note[] }) {
  const nameOf = useActorNames();
  const { moveToEvent } = usePlayheadControls();
  if (notes.length === 0) return null;
  return (
    <PanelSection title="Notes" count={notes.length}>
      <ol className="space-y-1.5">
        {notes.map((note) => (
          <li key={note.eventId}>
            <button
              type="button"
              onClick={() => moveToEvent(note.eventId)}
              className="w-full rounded-lg bg-note-soft px-2.5 py-1.5 text-left text-xs text-note hover:underline"
            >
              <span className="line-clamp-4 [overflow-wrap:anywhere]">{plainText(note.text)}</span>
              <span className="mt-0.5 block text-2xs">
                {note.by ? `${nameOf(note.by)} · ` : ""}
                <InstantTime instant={note.at} className="tabular" />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
