"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useDeferredValue, useLayoutEffect, useMemo } from "react";
import { ActorNames } from "@/components/actors/actor-names";
import { PlayheadProvider } from "@/components/playhead/playhead";
import { RawDrawerProvider } from "@/components/raw/raw-drawer";
import { TimeDisplayProvider } from "@/components/times/time-display";
import { ErrorState } from "@/components/ui/error-state";
import { keepKeysFor } from "@/components/ui/keys/early-keys";
import { NothingHere } from "@/components/ui/nothing-here";
import { ApiError } from "@/lib/api/client/api-error";
import { eventsQuery } from "@/lib/api/client/events-query";
import { queryOf } from "@/lib/api/client/query-of";
import { tryServer } from "@/lib/api/client/server-connection";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { InspectorPanes } from "./inspector-panes";
import { InspectorSkeleton } from "./inspector-skeleton";
import { Opening } from "./opening";

interface InspectorProps {
  conversationKey: string;
  /** The user's time zone, from the browser's request; null if unknown. */
  zone: string | null;
}

/** One conversation at any point in time: its timeline, and next to it its state. */
export function Inspector({ conversationKey, zone }: InspectorProps) {
  const parameters = useSearchParams();
  const isOfMoment = ["event", "find", "questions"].some((name) => parameters.has(name));
  useLayoutEffect(() => keepKeysFor(`/conversations/${encodeURIComponent(conversationKey)}`), [conversationKey]);
  const conversation = useQuery(queryOf(endpoints.getConversation, { path: { key: conversationKey } }));
  const events = useQuery(eventsQuery(conversationKey));
  const error = conversation.error ?? events.error;
  const loaded = useMemo(
    () => (conversation.data && events.data ? { now: conversation.data, ...events.data } : null),
    [conversation.data, events.data],
  );
  // Rendered concurrently, so that the page stays responsive.
  const shown = useDeferredValue(loaded, null);

  // The conversation's end is in the page's HTML, to be read before hydration. A link to an event opens elsewhere.
  const opening = zone === null || isOfMoment ? null : loaded;
  const conversationShown = shown ?? opening;

  if (conversationShown !== null) {
    const { now, events: drawn, complete } = conversationShown;
    return (
      <PlayheadProvider events={drawn}>
        <TimeDisplayProvider
          start={now.createdAt}
          visitorZone={now.variables.timezone?.value}
          events={drawn}
          readerZone={shown === null ? zone : null}
        >
          <ActorNames botName={now.bot?.name ?? null} visitorName={now.visitor.name ?? null}>
            <RawDrawerProvider>
              {shown === null ? (
                <Opening now={now} events={drawn} />
              ) : (
                <InspectorPanes
                  now={now}
                  events={drawn}
                  complete={complete}
                  onRetry={events.isError ? () => void events.refetch() : null}
                />
              )}
            </RawDrawerProvider>
          </ActorNames>
        </TimeDisplayProvider>
      </PlayheadProvider>
    );
  }
  if (conversation.isPaused || events.isPaused) {
    return (
      <ErrorState title="Playhead can’t be reached" className="h-full" onRetry={() => void tryServer()}>
        The conversation opens as soon as the server answers.
      </ErrorState>
    );
  }
  if (!error) return <InspectorSkeleton />;
  return error instanceof ApiError && error.status === 404 ? (
    <NothingHere title="Conversation not found">
      We haven’t received any events for this conversation. The link may be mistyped.
    </NothingHere>
  ) : (
    <ErrorState
      title="The conversation could not be loaded"
      className="h-full"
      onRetry={() => {
        void conversation.refetch();
        void events.refetch();
      }}
    >
      {error.message}
    </ErrorState>
  );
}
