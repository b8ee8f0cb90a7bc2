"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useCan } from "@/components/access/viewer-context";
import { Said } from "@/components/conversation-row/said";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { eventHref } from "@/components/ui/event-href";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Bookmark } from "@/lib/api/schemas/bookmark";

/** The full text of a bookmarked event (its start, for those who may not see exact texts), or the end of a bookmarked conversation. */
export default function BookmarkText({ bookmark: { conversation, event, note } }: { bookmark: Bookmark }) {
  const href = event ? eventHref(conversation.key, event.id) : `/conversations/${encodeURIComponent(conversation.key)}`;
  return (
    <section aria-label="Bookmarked" className="flex h-full min-h-0 flex-col">
      <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line bg-pane px-5">
        <h2 dir="auto" className="min-w-0 flex-1 truncate text-lg font-semibold">
          <bdi>{conversation.title}</bdi>
        </h2>
        <Button asChild size="small">
          <Link href={href}>{event ? "Open at this event" : "Open"}</Link>
        </Button>
      </div>
      <div className="mx-auto w-full max-w-3xl min-h-0 flex-1 overflow-y-auto px-5 py-5">
        {note !== "" && (
          <p dir="auto" className="mb-4 text-sm text-pretty whitespace-pre-line text-muted">
            {note}
          </p>
        )}
        {event === null ? (
          <p className="text-sm text-muted">The whole conversation is bookmarked.</p>
        ) : (
          <EventText event={event} />
        )}
      </div>
    </section>
  );
}

function EventText({ event }: { event: NonNullable<Bookmark["event"]> }) {
  const canReadWhole = useCan("raw");
  // Events never change.
  const { data, error, refetch } = useQuery({
    ...queryOf(endpoints.getEvent, { path: { id: event.id } }),
    enabled: canReadWhole,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!canReadWhole) {
    return (
      <p dir="auto" className="text-sm whitespace-pre-line">
        <bdi>{event.text}</bdi>
      </p>
    );
  }
  if (data) return <Said event={data} isWhole />;
  if (error === null) return <Skeleton className="h-16 w-2/3 rounded-xl!" />;
  return (
    <ErrorState title="This event could not be loaded" onRetry={() => void refetch()}>
      {error.message}
    </ErrorState>
  );
}
