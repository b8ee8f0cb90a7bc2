"use client";

import { useMemo } from "react";
import { buildRows } from "@/components/timeline/build-rows";
import { spaceAbove } from "@/components/timeline/row-spacing";
import { TimelineRow } from "@/components/timeline/timeline-row";
import { useTimeDisplay } from "@/components/times/time-display";
import { classNames } from "@/components/ui/class-names";
import { atOnce } from "@/components/ui/in-slices";
import { TAIL_SIZE } from "@/lib/api/client/load-events";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Event } from "@/lib/events/event";
import { LogReader } from "@/lib/fold/log/conversation-log";
import { InspectorSkeleton } from "./inspector-skeleton";

/** The number of rows on the tallest screen. */
const mostRows = 30;

interface OpeningProps {
  now: ConversationAnswer;
  /** At least the conversation's last events. */
  events: readonly Event[];
}

/** The end of a conversation in the page's HTML: readable until the timeline replaces it. */
export function Opening({ now: { title, gaps }, events }: OpeningProps) {
  const { dayKey } = useTimeDisplay();
  const rows = useMemo(() => {
    const tail = events.slice(-TAIL_SIZE);
    const log = atOnce(new LogReader().readTo(tail));
    const all = buildRows({ ...log, events: tail, gaps, dayOf: dayKey, isFolded: () => false, isShown: () => true });
    return all.slice(-mostRows);
  }, [events, gaps, dayKey]);
  return (
    <InspectorSkeleton title={title}>
      <div inert className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden bg-background pb-6">
        <ol data-timeline="" data-density="comfortable" className="mx-auto w-full max-w-4xl shrink-0">
          {rows.map((row) => (
            <li key={row.key} className={classNames("relative px-3 sm:px-6", spaceAbove(row))}>
              <TimelineRow
                row={row}
                onToggleRun={doNothing}
                pending={false}
                reactionCount={row.kind === "message" ? row.reactions.length : 0}
                currentId={null}
                hitId={null}
              />
            </li>
          ))}
        </ol>
      </div>
    </InspectorSkeleton>
  );
}

function doNothing() {}
