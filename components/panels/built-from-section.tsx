"use client";

import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useTimeDisplay } from "@/components/timeline/time-display";
import type { Gap } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { lateCount } from "./late-count";
import { PanelSection } from "./panel-section";

interface BuiltFromSectionProps {
  events: readonly Event[];
  /** How many of them had happened at the moment. */
  happened: number;
  gaps: readonly Gap[];
}

const gapsAtOnce = 10;

/** What this page rests on, and where the log contradicts itself. */
export function BuiltFromSection({ events, happened, gaps }: BuiltFromSectionProps) {
  const { clock } = useTimeDisplay();
  const { moveToEvent } = usePlayheadControls();
  const [shown, setShown] = useState(gapsAtOnce);
  const { times, late, unrecognised } = useMemo(() => figuresOf(events), [events]);
  // Of a long conversation the end comes first: the state then counts more events than are there.
  const total = Math.max(happened, events.length);
  const facts = [
    happened < total ? `${happened} of ${total} events` : `${total} ${total === 1 ? "event" : "events"}`,
    late > 0 && `${late} late`,
    unrecognised > 0 && `${unrecognised} not recognised`,
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
    late: lateCount(events),
    unrecognised: events.filter((event) => !event.recognised).length,
  };
}
