"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { RawDrawerProvider } from "@/components/raw/raw-drawer";
import { TimeDisplayProvider } from "@/components/times/time-display";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { conversationStretches } from "./conversation-stretches";
import { StretchView } from "./stretch-view";

const eventsPerPage = 100;

/** A timeline of all of a visitor's events, loaded page by page from its end. */
export function VisitorTimeline({ visitor }: { visitor: Visitor }) {
  const log = useInfiniteQuery(
    pagesOf(endpoints.listVisitorEvents, {
      path: { key: visitor.key },
      query: { order: "desc", limit: eventsPerPage },
    }),
  );
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = log;
  const events = useMemo(() => (data?.pages.flatMap((page) => page.data) ?? []).toReversed(), [data]);
  const stretches = useMemo(() => conversationStretches(events), [events]);
  const known = new Map(visitor.conversations.map((conversation) => [conversation.key, conversation]));
  useRereadAt(`${visitor.eventCount} ${visitor.lastSeenAt}`, () => void refetch());

  if (error && !data) {
    return (
      <ErrorState title="The events could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="mt-4 h-72 w-full rounded-xl!" />;
  return (
    <RawDrawerProvider>
      <TimeDisplayProvider start={null} events={events}>
        <div data-timeline="" className="mt-4">
          {hasNextPage && (
            <p className="mb-3 text-center">
              <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Earlier events
              </Button>
            </p>
          )}
          {stretches.map(({ conversationKey, events: ofStretch }) => {
            const conversation = known.get(conversationKey);
            return (
              <StretchView
                key={ofStretch.at(-1)?.id ?? conversationKey}
                conversationKey={conversationKey}
                title={conversation?.title ?? null}
                botName={conversation?.bot?.name ?? null}
                visitorName={conversation?.visitor.name ?? visitor.name}
                events={ofStretch}
              />
            );
          })}
        </div>
      </TimeDisplayProvider>
    </RawDrawerProvider>
  );
}

/** Refetches when `state` changes: new events were received. */
function useRereadAt(state: string, reread: () => void): void {
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    reread();
  });
}
