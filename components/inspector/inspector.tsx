"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { PlayheadProvider } from "@/components/playhead/playhead";
import { RawDrawerProvider } from "@/components/raw/raw-drawer";
import { ActorNames } from "@/components/timeline/actor-names";
import { TimeDisplayProvider } from "@/components/timeline/time-display";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ApiError } from "@/lib/api/api-error";
import { conversationQuery, eventsQuery } from "@/lib/api/queries";
import { InspectorPanes } from "./inspector-panes";
import { InspectorSkeleton } from "./inspector-skeleton";

/** One conversation at any moment of it: what was said, and beside it what was true. */
export function Inspector({ conversationKey }: { conversationKey: string }) {
  const conversation = useQuery(conversationQuery(conversationKey));
  const events = useQuery(eventsQuery(conversationKey));
  const error = conversation.error ?? events.error;

  if (conversation.data && events.data) {
    return (
      <PlayheadProvider events={events.data.events}>
        <TimeDisplayProvider start={conversation.data.createdAt}>
          <ActorNames
            botName={conversation.data.bot?.name ?? null}
            visitorName={conversation.data.visitor.name ?? null}
          >
            <RawDrawerProvider>
              <InspectorPanes
                now={conversation.data}
                events={events.data.events}
                complete={events.data.complete}
                onRetry={events.isError ? () => void events.refetch() : null}
              />
            </RawDrawerProvider>
          </ActorNames>
        </TimeDisplayProvider>
      </PlayheadProvider>
    );
  }
  if (!error) return <InspectorSkeleton />;
  return error instanceof ApiError && error.status === 404 ? (
    <NotReceived />
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

function NotReceived() {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No such conversation"
      className="h-full"
      action={
        <Button asChild>
          <Link href="/">Go to the inbox</Link>
        </Button>
      }
    >
      No event with this conversation’s key has been received. The address may be mistyped.
    </EmptyState>
  );
}
