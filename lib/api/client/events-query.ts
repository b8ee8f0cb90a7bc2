import { queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { loadEvents } from "./load-events";
import { loadedForMs } from "./loaded-for";

/**
 * All events of a conversation in timeline order; of a long one its end first. A refetch asks only for what was stored since.
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
    // Events that are known stay the same objects already; comparing thousands of payloads would only hold up the page.
    structuralSharing: false,
  });
}
