"use client";

import { History } from "lucide-react";
import { useMarker } from "@/components/playhead/marker";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/times/time-display";
import type { Event } from "@/lib/events/event";

/** Shown while the playhead is not at the last event, or two events are compared; with a button to return. */
export function AsOfBar({ events }: { events: readonly Event[] }) {
  const { index, atNow } = usePlayhead();
  const { backToNow } = usePlayheadControls();
  const { clock, exact } = useTimeDisplay();
  const marker = useMarker();
  const current = events[index];
  const marked = marker.index === null ? undefined : events[marker.index];
  if (!current || (atNow && !marked)) return null;
  const isForward = marker.index !== null && marker.index <= index;
  const timeOf = ({ occurredAt }: Event) => (
    <time dateTime={occurredAt} title={exact(occurredAt)} className="font-semibold">
      {clock(occurredAt)}
    </time>
  );
  return (
    <div
      data-print="hide"
      className="tabular flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-accent-soft px-4 py-1 text-sm text-accent-chip-text"
    >
      <History aria-hidden="true" className="size-3.5 shrink-0" />
      <span role="status" className="whitespace-nowrap">
        {!marked && <>As of {timeOf(current)}</>}
        {marked && atNow && <>Changes since {timeOf(marked)}</>}
        {marked && !atNow && (
          <>
            Changes between {timeOf(isForward ? marked : current)} and {timeOf(isForward ? current : marked)}
          </>
        )}
      </span>
      <span className="ml-auto flex shrink-0 gap-3 [&>button]:min-h-6 [&>button]:rounded [&>button]:underline [&>button]:underline-offset-2 [&>button]:hover:no-underline">
        {marked ? (
          <button type="button" onClick={marker.remove}>
            Clear start point
          </button>
        ) : (
          <button type="button" onClick={() => marker.toggleAt(index)} className="sm:hidden">
            Set as start point
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
