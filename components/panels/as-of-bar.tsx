"use client";

import { History } from "lucide-react";
import { useMarker } from "@/components/playhead/marker";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/timeline/times/time-display";
import type { Event } from "@/lib/events/event";

/** Says that the page shows an earlier moment, or compares two, and leads back. Takes no room where neither is so. */
export function AsOfBar({ events }: { events: readonly Event[] }) {
  const { index, atNow } = usePlayhead();
  const { backToNow } = usePlayheadControls();
  const { clock, exact } = useTimeDisplay();
  const marker = useMarker();
  const current = events[index];
  const marked = marker.index === null ? undefined : events[marker.index];
  if (!current || (atNow && !marked)) return null;
  return (
    <div
      data-print="hide"
      className="tabular flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-accent-soft px-4 py-1.5 text-sm text-accent-chip-text"
    >
      <History aria-hidden="true" className="size-3.5 shrink-0" />
      <span role="status" className="whitespace-nowrap">
        {atNow ? "Now" : "As of "}
        {!atNow && (
          <time dateTime={current.occurredAt} title={exact(current.occurredAt)} className="font-semibold">
            {clock(current.occurredAt)}
          </time>
        )}
        {marked && (
          <>
            , compared with{" "}
            <time dateTime={marked.occurredAt} title={exact(marked.occurredAt)} className="font-semibold">
              {clock(marked.occurredAt)}
            </time>
          </>
        )}
      </span>
      <span className="ml-auto flex shrink-0 gap-3 [&>button]:rounded [&>button]:underline [&>button]:underline-offset-2 [&>button]:hover:no-underline">
        {marked ? (
          <button type="button" onClick={marker.remove}>
            Remove marker
          </button>
        ) : (
          <button type="button" onClick={() => marker.toggleAt(index)} className="sm:hidden">
            Compare from here
          </button>
        )}
        {!atNow && (
          <button type="button" onClick={backToNow}>
            Back to now
          </button>
        )}
      </span>
    </div>
  );
}
