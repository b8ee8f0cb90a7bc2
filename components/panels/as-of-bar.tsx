"use client";

import { History } from "lucide-react";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/timeline/time-display";
import type { Event } from "@/lib/events/event";

/** Says that the page shows an earlier moment, and leads back. Takes no room at the end. */
export function AsOfBar({ events }: { events: readonly Event[] }) {
  const { index, atNow } = usePlayhead();
  const { backToNow } = usePlayheadControls();
  const { clock, exact } = useTimeDisplay();
  const current = events[index];
  if (atNow || !current) return null;
  return (
    <div
      data-print="hide"
      className="tabular flex shrink-0 items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-sm text-accent-chip-text"
    >
      <History aria-hidden="true" className="size-3.5 shrink-0" />
      <span role="status">
        As of{" "}
        <time dateTime={current.occurredAt} title={exact(current.occurredAt)} className="font-semibold">
          {clock(current.occurredAt)}
        </time>
      </span>
      <button
        type="button"
        onClick={backToNow}
        className="ml-auto rounded underline underline-offset-2 hover:no-underline"
      >
        Back to now
      </button>
    </div>
  );
}
