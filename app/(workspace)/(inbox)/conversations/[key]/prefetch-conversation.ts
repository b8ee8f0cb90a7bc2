import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import { noteRead } from "@/app/note-read";
import { eventsQuery } from "@/lib/api/client/events-query";
import { TAIL_SIZE } from "@/lib/api/client/load-events";
import { queryOf } from "@/lib/api/client/query-of";
import { definitions } from "@/lib/api/endpoints/definitions";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Viewer } from "@/lib/auth/viewer";
import { conversationState } from "@/lib/queries/conversations/conversation-state";
import { eventPage } from "@/lib/queries/conversations/event-page";
import { readYourWrites } from "@/lib/queries/read-your-writes";
import { Refusal } from "@/lib/queries/refusal";

/** Prefetches a conversation's state and its last events. Failed queries are retried by the page. */
export async function prefetchConversation(cache: QueryClient, viewer: Viewer, key: string): Promise<void> {
  await readYourWrites();
  const now = await conversationState(viewer, { key });
  if (now instanceof Refusal) return;
  const page = await eventPage(viewer, { key, limit: TAIL_SIZE, last: true });
  if (page instanceof Refusal) return;
  noteRead(viewer, definitions.getConversation, { path: { key } });
  cache.setQueryData(queryOf(endpoints.getConversation, { path: { key } }).queryKey, now);
  cache.setQueryData(eventsQuery(key).queryKey, { events: page.data, complete: page.hasEarlier === false });
}
