"use client";

import { ArrowRight } from "lucide-react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/times/time-display";
import type { Event } from "@/lib/events/event";
import { silenceBetween } from "@/lib/fold/log/silence";
import { formatDuration } from "@/lib/time/duration";

interface DifferenceSpanProps {
  events: readonly Event[];
  /** Indexes of the last events before the two moments. */
  from: number;
  to: number;
}

/** The two compared moments, and the time between them. */
export function DifferenceSpan({ events, from, to }: DifferenceSpanProps) {
  const [earlier, later] = [events[from], events[to]];
  if (!earlier || !later) return null;
  const count = to - from;
  return (
    <div className="tabular border-b border-line px-4 py-3 text-xs">
      <p className="flex flex-wrap items-center gap-x-2">
        <Moment event={earlier} index={from} />
        <ArrowRight aria-label="to" className="size-3.5 text-faint" />
        <Moment event={later} index={to} />
      </p>
      <p className="mt-0.5 text-muted">
        {count} {count === 1 ? "event" : "events"}, {formatDuration(silenceBetween(earlier, later))}
      </p>
    </div>
  );
}

function Moment({ event, index }: { event: Event; index: number }) {
  const { moveTo } = usePlayheadControls();
  const { clock, exact } = useTimeDisplay();
  return (
    <button
      type="button"
      title={exact(event.occurredAt)}
      onClick={() => moveTo(index)}
      className="rounded hover:text-accent hover:underline"
    >
      <time dateTime={event.occurredAt} className="text-sm font-semibold">
        {clock(event.occurredAt)}
      </time>{" "}
      <span className="text-muted">event {index + 1}</span>
    </button>
  );
}
