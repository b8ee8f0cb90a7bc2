"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { InstantTime } from "@/components/times/instant-time";
import { Capped } from "@/components/ui/capped";
import type { Note } from "@/lib/conversation/conversation";
import { plainLines } from "@/lib/text/plain-lines";
import { MarkedItem } from "./marked-item";
import { PanelSection } from "./panel-section";

interface NotesSectionProps {
  notes: readonly Note[];
  /** The event at the playhead. */
  justNow: string | null;
}

export function NotesSection({ notes, justNow }: NotesSectionProps) {
  const nameOf = useActorNames();
  const { moveToEvent } = usePlayheadControls();
  if (notes.length === 0) return null;
  return (
    <PanelSection title="Notes" count={notes.length} changed={notes.some(({ eventId }) => eventId === justNow)}>
      <Capped items={notes} noun="notes" limit={20} fromEnd>
        {(shown) => (
          <ol>
            {shown.map(({ item: note }) => (
              <MarkedItem key={note.eventId} changed={note.eventId === justNow} className="py-0.75">
                <button
                  type="button"
                  onClick={() => moveToEvent(note.eventId)}
                  className="w-full rounded-lg bg-note-soft px-2.5 py-1.5 text-left text-xs text-note hover:underline"
                >
                  <span dir="auto" className="line-clamp-4 whitespace-pre-line">
                    {plainLines(note.text)}
                  </span>
                  <span className="mt-0.5 block text-2xs">
                    {note.by ? `${nameOf(note.by)} · ` : ""}
                    <InstantTime instant={note.at} className="tabular" />
                  </span>
                </button>
              </MarkedItem>
            ))}
          </ol>
        )}
      </Capped>
    </PanelSection>
  );
}
