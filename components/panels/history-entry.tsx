"use client";

import type { ReactNode } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { MarkedItem } from "./marked-item";

interface HistoryEntryProps {
  /** The event that made it so; null where no event tells. */
  eventId: string | null;
  /** It is the event at the playhead. */
  changed: boolean;
  children: ReactNode;
}

/** One line of a value's history, which leads to its event. */
export function HistoryEntry({ eventId, changed, children }: HistoryEntryProps) {
  const { moveToEvent } = usePlayheadControls();
  return (
    <MarkedItem changed={changed} className="py-px">
      {eventId === null ? (
        <span className="flex items-center gap-2 py-0.5">{children}</span>
      ) : (
        <button
          type="button"
          onClick={() => moveToEvent(eventId)}
          className="-mx-1.5 flex w-[calc(100%+0.75rem)] items-center gap-2 rounded px-1.5 py-0.5 text-left hover:bg-hover"
        >
          {children}
        </button>
      )}
    </MarkedItem>
  );
}
