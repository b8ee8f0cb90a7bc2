"use client";

import { Fragment, type ReactNode } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { InstantTime } from "@/components/times/instant-time";
import { useTimeDisplay } from "@/components/times/time-display";
import { Capped } from "@/components/ui/capped";
import { formatDuration } from "@/lib/time/duration";
import { MarkedItem } from "./marked-item";

/** One entry in a fact's history. */
export interface HistoryLine {
  key: string;
  /** The event that set it; null if there is none. */
  eventId: string | null;
  /** When it began (ISO 8601), and its duration; null if unknown. */
  since: string;
  milliseconds: number | null;
  content: ReactNode;
  /** A link to the conversations with the same value. */
  others?: ReactNode;
}

interface HistoryListProps {
  lines: readonly HistoryLine[];
  /** The noun for entries: `Show all 600 assignments`. */
  noun: string;
  limit?: number | undefined;
  /** The event at the playhead. */
  justNow: string | null;
}

/** A fact's history, oldest first: its value, duration and start, with a separator for each day. Entries link to their events. */
export function HistoryList({ lines, noun, limit = 20, justNow }: HistoryListProps) {
  const { dayKey, shortDay } = useTimeDisplay();
  return (
    <Capped items={lines} noun={noun} limit={limit} fromEnd>
      {(shown) => (
        <ol className="-mx-4 grid grid-cols-[minmax(0,1fr)_auto_auto_auto] text-xs">
          {shown.map(({ item: line, index }) => {
            const before = shown.find((other) => other.index === index - 1)?.item;
            const startsDay = before === undefined || dayKey(before.since) !== dayKey(line.since);
            return (
              <Fragment key={line.key}>
                {startsDay && (
                  <li
                    data-day=""
                    className="col-span-full grid grid-cols-subgrid items-baseline px-4 pt-1 text-2xs text-faint first:pt-0"
                  >
                    <span>{shortDay(line.since)}</span>
                    {before === undefined && (
                      <>
                        <span aria-hidden="true" className="pl-2 text-right">
                          for
                        </span>
                        <span aria-hidden="true" className="pl-3 text-right">
                          since
                        </span>
                      </>
                    )}
                  </li>
                )}
                <Line line={line} changed={line.eventId !== null && line.eventId === justNow} />
              </Fragment>
            );
          })}
        </ol>
      )}
    </Capped>
  );
}

function Line({ line, changed }: { line: HistoryLine; changed: boolean }) {
  const { moveToEvent } = usePlayheadControls();
  const { eventId, since, milliseconds, content, others } = line;
  const parts = (
    <>
      <span className="flex min-w-0 items-center gap-2">{content}</span>
      <span className="tabular pl-2 text-right whitespace-nowrap text-muted">
        {milliseconds !== null && (
          <>
            <span className="sr-only">for </span>
            {formatDuration(milliseconds)}
          </>
        )}
      </span>
      <span className="pl-3 text-right whitespace-nowrap text-muted">
        <span className="sr-only">since </span>
        <InstantTime instant={since} className="tabular" />
      </span>
    </>
  );
  const row = "col-span-3 grid min-h-6 grid-cols-subgrid items-center";
  return (
    <MarkedItem changed={changed} className="col-span-full mx-0! grid grid-cols-subgrid items-center">
      {eventId === null ? (
        <span className={row}>{parts}</span>
      ) : (
        <button
          type="button"
          title="Go to the event that set this"
          onClick={() => moveToEvent(eventId)}
          className={`${row} rounded text-left hover:bg-hover`}
        >
          {parts}
        </button>
      )}
      <span className="-mr-1.5 flex justify-end pl-1">{others}</span>
    </MarkedItem>
  );
}
