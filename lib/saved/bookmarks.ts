import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Access } from "@/lib/access/scope";
import type { Bookmark, bookmarkMarks, bookmarkPage, newBookmark } from "@/lib/api/schemas/bookmark";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { integerAndText, pageOf, readCursor } from "@/lib/queries/cursor";
import { eventSeen, textSeen, titleSeen } from "@/lib/queries/lists/seen";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { type ConversationHead, readConversationHeads } from "@/lib/store/reads/read-conversation-heads";
import { readConversationId } from "@/lib/store/reads/read-conversation-id";
import { readStoredEvents } from "@/lib/store/reads/read-hits";
import { type Masks, readMasks } from "@/lib/store/reads/read-masks";
import { readStoredEvent } from "@/lib/store/reads/read-stored-event";
import {
  type BookmarkRow,
  countBookmarks,
  deleteBookmark,
  readAllBookmarks,
  readBookmarks,
  saveBookmark,
  updateBookmark,
} from "@/lib/store/records/bookmarks";
import { now, toIso } from "@/lib/time/instant";

/** Maximum number of bookmarks per user: pages load all of their marks at once. */
const mostOfUser = 2000;
/** The event id for a bookmark of the conversation itself. */
const wholeConversation = 0n;

/** A page of the viewer's bookmarks, latest first. API tokens have none. */
export async function listBookmarks(
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<z.input<typeof bookmarkPage> | Refusal> {
  if (viewer.kind !== "user") return { data: [], nextCursor: null };
  const list = ["bookmarks", viewer.userId];
  const place = cursor === undefined ? null : readCursor(list, integerAndText, cursor);
  if (place instanceof Refusal) return place;
  const before = place === null ? null : { createdAt: place[0], id: place[1] };
  const found = await readBookmarks(store(), viewer.userId, { before, limit: limit + 1 });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ createdAt, id }) => [createdAt, id]);
  return { data: await described(viewer, rows), nextCursor };
}

/** All of the viewer's bookmarks, with only the keys of their targets. */
export async function listMarks(viewer: Viewer): Promise<z.input<typeof bookmarkMarks>> {
  if (viewer.kind !== "user") return { data: [] };
  const rows = await readAllBookmarks(store(), viewer.userId);
  const conversations = await conversationsOf(viewer, rows);
  return {
    data: rows.flatMap(({ id, conversationId, eventId }) => {
      const conversationKey = conversations.get(conversationId)?.key;
      if (conversationKey === undefined) return [];
      return [{ id, conversationKey, eventId: eventId === wholeConversation ? null : String(eventId) }];
    }),
  };
}

/** Bookmarks a conversation or one of its events. */
export async function addBookmark(
  viewer: UserViewer,
  { conversationKey, eventId, note }: z.output<typeof newBookmark>,
): Promise<Bookmark | Refusal> {
  const { userId } = viewer;
  const conversationId = await readConversationId(store(), viewer, conversationKey);
  if (conversationId === null) return notFound("conversation with this key");
  const event = eventId === null ? null : await readStoredEvent(store(), viewer, BigInt(eventId));
  if (eventId !== null && event?.conversationId !== conversationId) {
    return notFound("event with this id in the conversation");
  }
  const { count, lastAt } = await countBookmarks(store(), userId);
  if (count >= mostOfUser) {
    return new Refusal("bad_request", `You have ${mostOfUser} bookmarks, which is the maximum. Remove some first.`);
  }
  const what = { userId, conversationId, eventId: event?.id ?? wholeConversation };
  const row = await saveBookmark(store(), { id: randomUUID(), ...what, note, createdAt: instantAfter(lastAt ?? 0n) });
  return only(await described(viewer, [row]));
}

/** Changes the note of one of the viewer's bookmarks. */
export async function noteBookmark(viewer: UserViewer, id: string, note: string): Promise<Bookmark | Refusal> {
  const row = await updateBookmark(store(), { id, userId: viewer.userId }, note);
  return row === null ? notFound("bookmark with this id") : only(await described(viewer, [row]));
}

/** Removes one of the viewer's bookmarks. */
export async function removeBookmark({ userId }: UserViewer, id: string): Promise<{ ok: true } | Refusal> {
  return (await deleteBookmark(store(), { id, userId })) ? { ok: true } : notFound("bookmark with this id");
}

/** The current time, but later than the user's last bookmark, so that simultaneous ones keep their order. */
function instantAfter(last: bigint): bigint {
  const present = now();
  return present > last ? present : last + 1n;
}

/** Bookmarks with their targets. Those whose conversation or event no longer exists, or is out of scope, are omitted. */
async function described(access: Access, rows: readonly BookmarkRow[]): Promise<Bookmark[]> {
  const conversations = await conversationsOf(access, rows);
  const masks = await readMasks(store(), access, [...conversations.keys()]);
  const events = await eventsOf(
    rows.filter(({ conversationId }) => conversations.has(conversationId)),
    masks,
  );
  return rows.flatMap((row) => {
    const conversation = conversations.get(row.conversationId);
    const event = events.get(row.eventId);
    if (conversation === undefined || (event === undefined && row.eventId !== wholeConversation)) return [];
    const { key, status, lastEventAt, lastSentAt } = conversation;
    return [
      {
        ...{ id: row.id, note: textSeen(row.conversationId, row.note, masks), createdAt: toIso(row.createdAt) },
        conversation: {
          key,
          title: titleSeen(conversation, masks),
          status: status === "closed" ? "closed" : "open",
          lastEventAt: toIso(lastSentAt ?? lastEventAt),
        },
        event: event ?? null,
      } satisfies Bookmark,
    ];
  });
}

async function conversationsOf(access: Access, rows: readonly BookmarkRow[]): Promise<Map<bigint, ConversationHead>> {
  const ids = new Set(rows.map(({ conversationId }) => conversationId));
  const heads = await readConversationHeads(store(), access, [...ids]);
  return new Map(heads.map((head) => [head.id, head]));
}

async function eventsOf(rows: readonly BookmarkRow[], masks: Masks | null): Promise<Map<bigint, Bookmark["event"]>> {
  const ids = rows.map(({ eventId }) => eventId).filter((id) => id !== wholeConversation);
  const events = new Map<bigint, Bookmark["event"]>();
  for await (const entries of readStoredEvents(store(), ids)) {
    for (const entry of entries) {
      const { id, type, text, actor, occurredAt } = eventSeen(entry, masks);
      events.set(entry.id, { id, type, text: text.slice(0, 500), actor, occurredAt });
    }
  }
  return events;
}

function only(bookmarks: readonly Bookmark[]): Bookmark | Refusal {
  return bookmarks[0] ?? notFound("conversation or event for this bookmark");
}
