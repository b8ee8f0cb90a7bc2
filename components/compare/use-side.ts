"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/client/api-error";
import { eventsQuery } from "@/lib/api/client/events-query";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";

/** One of the two conversations, with its loading state. */
export interface Side {
  key: string | null;
  conversation: Conversation | null;
  /** All of its events; null until they are loaded. */
  events: readonly Event[] | null;
  failure: "unknown" | { message: string; retry: () => void } | null;
}

export function useSide(key: string | null): Side {
  const enabled = key !== null;
  const conversation = useQuery({ ...queryOf(endpoints.getConversation, { path: { key: key ?? "" } }), enabled });
  const events = useQuery({ ...eventsQuery(key ?? ""), enabled });
  const error = conversation.error ?? events.error;
  const isUnknown = error instanceof ApiError && error.status === 404;
  return {
    key,
    conversation: conversation.data ?? null,
    events: events.data?.complete ? events.data.events : null,
    failure:
      error === null
        ? null
        : isUnknown
          ? "unknown"
          : {
              message: error.message,
              retry: () => {
                void conversation.refetch();
                void events.refetch();
              },
            },
  };
}
