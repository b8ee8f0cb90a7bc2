"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Said } from "@/components/conversation-row/said";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";

const mostEvents = 50;

/** The messages and notes among a conversation's last events, scrolled to the end. */
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
