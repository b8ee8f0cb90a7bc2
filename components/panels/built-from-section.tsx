"use client";

import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/times/time-display";
import type { Gap } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { PanelSection } from "./panel-section";

/** How a conversation's events have arrived so far. */
export interface Received {
  eventCount: number;
  /** Duplicates that were dropped. */
  repeatCount: number;
  /** Events that arrived out of order. */
  lateCount: number;
}

interface BuiltFromSectionProps {
  events: readonly Event[];
  /** How many events precede the playhead. */
  happened: number;
  received: Received;
  gaps: readonly Gap[];
}

const gapsAtOnce = 10;

/** The data that this page is derived from, and inconsistencies in the log. */
export function BuiltFromSection({ events, happened, received, gaps }: BuiltFromSectionProps) {
  const { clock } = useTimeDisplay();
  const { moveToEvent } = usePlayheadControls();
  const [shown, setShown] = useState(gapsAtOnce);
  const { times, unrecognised } = useMemo(() => figuresOf(events), [events]);
  const { repeatCount, lateCount } = received;
  // Live events may arrive before the counts, and the counts before all events.
  const total = Math.max(happened, events.length, received.eventCount);
  const facts = [
    happened < total ? `${happened} of ${total} events` : `${total} ${total === 1 ? "event" : "events"}`,
    `${repeatCount} ${repeatCount === 1 ? "duplicate" : "duplicates"} skipped`,
    `${lateCount} late`,
    unrecognised > 0 && `${unrecognised} unrecognised`,
  ].filter(Boolean);

  return (
    <PanelSection title="Built from">
      <p className="flex items-start gap-1.5 text-xs text-muted">
        <ShieldCheck aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
        <span>
          {facts.join(" · ")}
          <span className="block text-faint">Ordered by the sender's clock.</span>
        </span>
      </p>
      {gaps.length > 0 && (
        <ul className="mt-1.5 space-y-1">
          {gaps.slice(0, shown).map((gap) => {
            const at = times.get(gap.afterEventId);
            return (
              <li key={`${gap.afterEventId}-${gap.reason}`}>
                <button
                  type="button"
                  onClick={() => moveToEvent(gap.afterEventId)}
                  className="flex items-start gap-1.5 rounded text-left text-xs text-warning hover:underline"
                >
                  <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
                  <span>
                    Gap: {gap.reason}
                    {at && ` (${clock(at)})`}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {gaps.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown + gapsAtOnce * 5)}
          className="mt-1 rounded text-xs text-muted underline underline-offset-2 hover:text-text"
        >
          {gaps.length - shown} more gaps
        </button>
      )}
    </PanelSection>
  );
}

function figuresOf(events: readonly Event[]) {
  return {
    times: new Map(events.map((event) => [event.id, event.occurredAt])),
    unrecognised: events.filter((event) => !event.recognised).length,
  };
}
