"use client";

import { EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EntryRow, Row } from "./row";

interface HiddenRowProps {
  row: Extract<Row, { kind: "hidden" }>;
  /** The ids of the entry at the playhead and of the current search match: both are shown even if filtered. */
  currentId: string | null;
  hitId: string | null;
  draw: (row: EntryRow) => ReactNode;
}

const opened = 50;

/** Entries hidden by the filter. They can be expanded here; the entry at the playhead and the search match are always shown. */
export function HiddenRow({ row, currentId, hitId, draw }: HiddenRowProps) {
  const { entries } = row;
  const [shown, setShown] = useState(0);
  const isPointedAt = ({ event }: EntryRow) => event.id === currentId || event.id === hitId;
  const drawn = entries.filter((entry, place) => place < shown || isPointedAt(entry));
  const hidden = entries.length - drawn.length;
  return (
    <div className="flex flex-col gap-2.5">
      {drawn.map((entry) => (
        <div
          key={entry.key}
          data-current={entry.event.id === currentId ? "" : undefined}
          data-hit={entry.event.id === hitId ? "" : undefined}
          className="relative"
        >
          {draw(entry)}
        </div>
      ))}
      {hidden > 0 && (
        <p className="text-center">
          <button
            type="button"
            onClick={() => setShown(shown + opened)}
            className="tabular inline-flex items-center gap-1.5 rounded-full px-2 text-2xs text-muted hover:bg-hover hover:text-text"
          >
            <EyeOff aria-hidden="true" className="size-3" />
            {hidden.toLocaleString("en")} hidden
            <span className="sr-only">: show {hidden > opened ? `the next ${opened}` : "them"}</span>
          </button>
        </p>
      )}
    </div>
  );
}
