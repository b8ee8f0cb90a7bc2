"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { memo, useCallback, useMemo } from "react";
import { ActorNames } from "@/components/actors/actor-names";
import { PlayheadElsewhere } from "@/components/playhead/playhead";
import { buildRows } from "@/components/timeline/build-rows";
import type { Row } from "@/components/timeline/row";
import { spaceAbove } from "@/components/timeline/row-spacing";
import { TimelineRow } from "@/components/timeline/timeline-row";
import { useTimeDisplay } from "@/components/times/time-display";
import { eventHref } from "@/components/ui/event-href";
import { atOnce } from "@/components/ui/in-slices";
import type { Event } from "@/lib/events/event";
import { LogReader } from "@/lib/fold/log/conversation-log";

interface StretchViewProps {
  conversationKey: string;
  /** The conversation's title, if known. */
  title: string | null;
  botName: string | null;
  visitorName: string | null;
  events: readonly Event[];
}

/** Part of a conversation, rendered as in the inspector; clicking a time opens it there. */
export const StretchView = memo(function StretchView(props: StretchViewProps) {
  const { conversationKey, title, botName, visitorName, events } = props;
  const router = useRouter();
  const { dayKey } = useTimeDisplay();
  const rows = useMemo(() => {
    const log = atOnce(new LogReader().readTo(events));
    return buildRows({ ...log, events, gaps: [], dayOf: dayKey, isFolded: () => false, isShown: () => true });
  }, [events, dayKey]);
  const open = useCallback((id: string) => router.push(eventHref(conversationKey, id)), [router, conversationKey]);
  const [first] = events;
  return (
    <section className="border-t border-line pt-3 pb-5 first:border-t-0">
      <h3 dir="auto" className="truncate text-center text-sm font-medium">
        <Link href={first ? eventHref(conversationKey, first.id) : "/"} className="rounded hover:underline">
          <bdi>{title ?? "Conversation"}</bdi>
        </Link>
      </h3>
      <PlayheadElsewhere open={open}>
        <ActorNames botName={botName} visitorName={visitorName}>
          <ol>
            {rows.map((row) => (
              <li key={row.key} className={spaceAbove(row)}>
                <TimelineRow
                  row={row}
                  onToggleRun={nothing}
                  pending={false}
                  reactionCount={reactionsOf(row)}
                  currentId={null}
                  hitId={null}
                />
              </li>
            ))}
          </ol>
        </ActorNames>
      </PlayheadElsewhere>
    </section>
  );
});

function nothing() {}

/** This timeline has no playhead, so all reactions are counted. */
function reactionsOf(row: Row): number {
  return row.kind === "message" ? row.reactions.length : 0;
}
