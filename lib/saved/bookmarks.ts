import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Bookmark, bookmarkMarks, bookmarkPage, newBookmark } from "@/lib/api/bookmark";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { oneInteger, pageOf, readCursor } from "@/lib/queries/cursor";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { toEvent } from "@/lib/store/log/read-log";
import { storedEvent } from "@/lib/store/reads/list-events";
import { now, toIso } from "@/lib/time/instant";

/** What one person may keep: pages read all their marks at once. */
const mostOfOne = 2000;
/** In the column: the conversation itself. */
const wholeConversation = 0n;

interface BookmarkRow {
  id: string;
  conversationId: bigint;
  eventId: bigint;
  note: string;
  createdAt: bigint;
}

/** A page of what the viewer keeps, the latest first. API tokens keep nothing. */
export async function listBookmarks(
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<z.input<typeof bookmarkPage> | Refusal> {
  if (viewer.kind !== "user") return { data: [], nextCursor: null };
  const list = ["bookmarks", viewer.userId];
  const place = cursor === undefined ? null : readCursor(list, oneInteger, cursor);
  if (place instanceof Refusal) return place;
  const found = await store().records.bookmark.findMany({
    where: { userId: viewer.userId, ...(place === null ? {} : { createdAt: { lt: place[0] } }) },
    orderBy: { createdAt: "desc" },
    take: limit + 1,
  });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ createdAt }) => [createdAt]);
  return { data: await described(rows), nextCursor };
}

/** Everything that the viewer keeps, by name alone. */
export async function listMarks(viewer: Viewer): Promise<z.input<typeof bookmarkMarks>> {
  if (viewer.kind !== "user") return { data: [] };
  const rows = await store().records.bookmark.findMany({
    where: { userId: viewer.userId },
    orderBy: { createdAt: "asc" },
  });
  const keys = await keysOf(rows);
  return {
    data: rows.flatMap(({ id, conversationId, eventId }) => {
      const conversationKey = keys.get(conversationId);
      if (conversationKey === undefined) return [];
      return [{ id, conversationKey, eventId: eventId === wholeConversation ? null : String(eventId) }];
    }),
  };
}

/** Keeps a conversation or one of its events. */
export async function addBookmark(
  { userId }: UserViewer,
  { conversationKey, eventId, note }: z.output<typeof newBookmark>,
): Promise<Bookmark | Refusal> {
  const { reader, records } = store();
  const conversation = await reader.conversation.findUnique({ where: { key: conversationKey }, select: { id: true } });
  if (conversation === null) return notFound("conversation with this key");
  const what = { conversationId: conversation.id, eventId: eventId === null ? wholeConversation : BigInt(eventId) };
  if (
    eventId !== null &&
    (await reader.event.count({ where: { id: what.eventId, conversationId: conversation.id } })) === 0
  ) {
    return notFound("event with this id in the conversation");
  }
  if ((await records.bookmark.count({ where: { userId } })) >= mostOfOne) {
    return new Refusal("bad_request", `You already have ${mostOfOne} bookmarks. Remove some first.`);
  }
  const row = await records.bookmark.upsert({
    where: { userId_conversationId_eventId: { userId, ...what } },
    create: { id: randomUUID(), userId, ...what, note: note ?? "", createdAt: await freshInstant(userId) },
    update: note === undefined ? {} : { note },
  });
  return only(await described([row]));
}

/** Changes the note of one of the viewer's bookmarks. */
export async function noteBookmark({ userId }: UserViewer, id: string, note: string): Promise<Bookmark | Refusal> {
  const { count } = await store().records.bookmark.updateMany({ where: { id, userId }, data: { note } });
  if (count === 0) return notFound("bookmark with this id");
  return only(await described(await store().records.bookmark.findMany({ where: { id } })));
}

/** Removes one of the viewer's bookmarks. */
export async function removeBookmark({ userId }: UserViewer, id: string): Promise<{ ok: true } | Refusal> {
  const { count } = await store().records.bookmark.deleteMany({ where: { id, userId } });
  return count === 0 ? notFound("bookmark with this id") : { ok: true };
}

/** Later than all of the user's others, so that a page can end between any two. */
async function freshInstant(userId: string): Promise<bigint> {
  const latest = await store().records.bookmark.aggregate({ where: { userId }, _max: { createdAt: true } });
  const after = (latest._max.createdAt ?? 0n) + 1n;
  const present = now();
  return present > after ? present : after;
}

/** Bookmarks with what they stand for; what is not there any more is left out. */
async function described(rows: readonly BookmarkRow[]): Promise<Bookmark[]> {
  const { reader } = store();
  const [conversations, events] = await Promise.all([
    reader.conversation.findMany({
      where: { id: { in: rows.map(({ conversationId }) => conversationId) } },
      select: { id: true, key: true, title: true, status: true, lastEventAt: true, lastSentAt: true },
    }),
    reader.event.findMany({ where: { id: { in: rows.map(({ eventId }) => eventId) } }, select: storedEvent }),
  ]);
  const conversationOf = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const eventOf = new Map(events.map((stored) => [stored.id, toEvent(stored)]));
  return rows.flatMap((row) => {
    const conversation = conversationOf.get(row.conversationId);
    const event = eventOf.get(row.eventId);
    if (conversation === undefined || (event === undefined && row.eventId !== wholeConversation)) return [];
    const { key, title, status, lastEventAt, lastSentAt } = conversation;
    return [
      {
        ...{ id: row.id, note: row.note, createdAt: toIso(row.createdAt) },
        conversation: {
          key,
          title,
          status: status === "closed" ? "closed" : "open",
          lastEventAt: toIso(lastSentAt ?? lastEventAt),
        },
        event:
          event === undefined
            ? null
            : {
                id: event.id,
                type: event.type,
                text: event.text.slice(0, 500),
                actor: event.actor,
                occurredAt: event.occurredAt,
              },
      } satisfies Bookmark,
    ];
  });
}

async function keysOf(rows: readonly BookmarkRow[]): Promise<Map<bigint, string>> {
  const ids = [...new Set(rows.map(({ conversationId }) => conversationId))];
  const found = await store().records.conversation.findMany({
    where: { id: { in: ids } },
    select: { id: true, key: true },
  });
  return new Map(found.map(({ id, key }) => [id, key]));
}

function only(bookmarks: readonly Bookmark[]): Bookmark | Refusal {
  return bookmarks[0] ?? notFound("conversation or event for this bookmark");
}
