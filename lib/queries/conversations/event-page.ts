import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import { readCursor, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { toEvent } from "@/lib/store/log/read-log";
import { type EventPlace, listEvents, listLastEvents } from "@/lib/store/reads/list-events";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { conversationMasks } from "./conversation-masks";
import { missingConversation } from "./missing-conversation";

export interface EventPageRequest {
  key: string;
  limit: number;
  cursor?: string | undefined;
  /** Only events stored after the one with this id. */
  since?: string | undefined;
  /** The last page of the timeline. */
  last?: boolean | undefined;
}

interface EventPage {
  data: Event[];
  nextCursor: string | null;
  /** For the last page: whether there are earlier events. */
  hasEarlier?: boolean;
}

/** A page of a conversation's events in timeline order: fewer than `limit` if they are large. */
export async function eventPage(
  viewer: Viewer,
  { key, limit, cursor, since, last }: EventPageRequest,
): Promise<EventPage | Refusal> {
  const list = ["events", key, since ?? null];
  const after = cursor === undefined ? null : readPlace(list, cursor);
  if (after instanceof Refusal) return after;
  const conversation = await readConversation(store(), viewer, key);
  if (conversation === null) return missingConversation(viewer, key);
  const request = { conversationId: conversation.id, after, since: since === undefined ? null : BigInt(since) };
  const masks = await conversationMasks(viewer, conversation);
  const seen = (events: Event[]) => masks?.events(conversation.id, events) ?? events;
  if (last) {
    const { rows, hasMore } = await listLastEvents(store(), { ...request, limit });
    return { data: seen(rows.map(toEvent)), nextCursor: null, hasEarlier: hasMore };
  }
  const { rows, hasMore } = await listEvents(store(), { ...request, limit });
  const end = hasMore ? rows.at(-1) : undefined;
  return {
    data: seen(rows.map(toEvent)),
    nextCursor: end === undefined ? null : writeCursor(list, [end.occurredAt, end.id]),
  };
}

function readPlace(list: readonly unknown[], cursor: string): EventPlace | Refusal {
  const place = readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  const [occurredAt, id] = place;
  return { occurredAt, id };
}
