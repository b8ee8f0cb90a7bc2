"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { eventLines } from "@/lib/event-types/event-lines";
import { rowOf } from "@/lib/event-types/row-of";
import { actorName } from "@/lib/events/actor-name";
import type { Event } from "@/lib/events/event";

const mostEvents = 50;

/** The messages and notes among a conversation's last events, the end in view. */
export function LastMessages({ conversationKey }: { conversationKey: string }) {
  const events = useQuery(
    queryOf(endpoints.listConversationEvents, {
      path: { key: conversationKey },
      query: { last: true, limit: mostEvents },
    }),
  );
  const said = events.data?.data.filter(isSaid);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== undefined && end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [said]);

  return (
    <section
      ref={end}
      aria-label="Last messages"
      data-pane=""
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 min-w-0 flex-1 space-y-2.5 overflow-y-auto overscroll-contain bg-background px-4 py-3 focus-visible:-outline-offset-2"
    >
      {events.isPending && <MessagesSkeleton />}
      {events.isError && (
        <ErrorState title="Couldn't load messages" onRetry={() => void events.refetch()}>
          {events.error.message}
        </ErrorState>
      )}
      {said?.length === 0 && <p className="py-8 text-center text-sm text-muted">No recent messages.</p>}
      {said?.map((event) => (
        <Said key={event.id} event={event} />
      ))}
    </section>
  );
}

function Said({ event }: { event: Event }) {
  const isNote = rowOf(event) === "note";
  const voice = isNote ? "note" : actorVoice(event.actor);
  return (
    <div className={classNames("flex flex-col", voice === "visitor" ? "items-start" : "items-end")}>
      <p className="flex gap-1.5 text-2xs text-muted">
        {isNote ? "Note" : event.actor === null ? "Unknown" : actorName(event.actor)}
        <RelativeTime iso={event.occurredAt} />
      </p>
      <p
        dir="auto"
        className={classNames(
          "mt-0.5 line-clamp-6 max-w-11/12 rounded-xl px-3 py-1.5 text-sm whitespace-pre-line",
          hues[voice],
        )}
      >
        <bdi>{eventLines(event)}</bdi>
      </p>
    </div>
  );
}

const hues: Record<Voice | "note", string> = {
  visitor: "bg-visitor-soft",
  bot: "border border-line bg-pane",
  agent: "bg-agent-soft",
  system: "bg-hover",
  note: "border border-note-line bg-note-soft text-note",
};

function isSaid(event: Event): boolean {
  return rowOf(event) === "message" || rowOf(event) === "note";
}

function MessagesSkeleton() {
  return (
    <div role="status" aria-label="Loading the messages" className="space-y-3">
      {["ml-auto w-2/3", "w-1/2", "ml-auto w-3/5", "w-2/5"].map((place) => (
        <Skeleton key={place} className={`h-9 rounded-xl! ${place}`} />
      ))}
    </div>
  );
}
