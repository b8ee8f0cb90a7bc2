import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import { store } from "@/lib/store/client";
import { type EventPlace, listEvents, listLastEvents } from "@/lib/store/list-events";
import { readConversation } from "@/lib/store/read-conversation";
import { toEvent } from "@/lib/store/read-log";
import { pageOf, readCursor, twoIntegers } from "./cursor";
import { notFound, Refusal } from "./refusal";

export interface EventPageRequest {
  key: string;
  limit: number;
  cursor?: string | undefined;
  /** Only events stored after the one with this id. */
  since?: string | undefined;
  /** The page that ends the timeline. */
  last?: boolean | undefined;
}

/** A page of a conversation's events in timeline order. */
export async function eventPage(
  _viewer: Viewer,
  { key, limit, cursor, since, last }: EventPageRequest,
): Promise<{ data: Event[]; nextCursor: string | null } | Refusal> {
  const list = ["events", key, since ?? null];
  const after = cursor === undefined ? null : readPlace(list, cursor);
  if (after instanceof Refusal) return after;
  const conversation = await readConversation(store(), key);
  if (conversation === null) return notFound("conversation with this key");
  const request = { conversationId: conversation.id, after, since: since === undefined ? null : BigInt(since) };
  if (last) return { data: (await listLastEvents(store(), { ...request, limit })).map(toEvent), nextCursor: null };
  const found = await listEvents(store(), { ...request, limit: limit + 1 });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ occurredAt, id }) => [occurredAt, id]);
  return { data: rows.map(toEvent), nextCursor };
}

function readPlace(list: readonly unknown[], cursor: string): EventPlace | Refusal {
  const place = readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  const [occurredAt, id] = place;
  return { occurredAt, id };
}
