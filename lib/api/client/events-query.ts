import { queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { loadEvents } from "./load-events";
import { loadedForMs } from "./loaded-for";

/**
 * All events of a conversation in timeline order; a long one's last events are loaded first. A refetch requests only events
 * stored since.
 */
export function eventsQuery(key: string) {
  return queryOptions({
    queryKey: [endpoints.listConversationEvents.name, key],
    queryFn: ({ client, queryKey, signal }) =>
      loadEvents(key, {
        known: client.getQueryData(queryKey),
        signal,
        onTail: (tail) => client.setQueryData(queryKey, tail),
      }),
    staleTime: ({ state }) => (state.data?.complete === false ? 0 : loadedForMs),
    // Known events already keep their identity; comparing thousands of payloads would only block the page.
    structuralSharing: false,
  });
}
