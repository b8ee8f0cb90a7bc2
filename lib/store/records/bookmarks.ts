import "server-only";
import type { Records } from "./in-transaction";

export interface BookmarkRow {
  id: string;
  userId: string;
  conversationId: bigint;
  /** 0 for the conversation itself. */
  eventId: bigint;
  note: string;
  /** Microseconds since 1970. */
  createdAt: bigint;
}

/** A bookmark's cursor in the list: two may be created at the same time. */
export type BookmarkPlace = Pick<BookmarkRow, "createdAt" | "id">;

/** A user's bookmarks, latest first: at most `limit`, after the cursor `before` (null for the first page). */
export async function readBookmarks(
  { records }: Records,
  userId: string,
  { before, limit }: { before: BookmarkPlace | null; limit: number },
): Promise<BookmarkRow[]> {
  return records.bookmark.findMany({
    where: { userId, ...(before === null ? {} : isBeyond(before)) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

function isBeyond({ createdAt, id }: BookmarkPlace) {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

/** All bookmarks of a user, oldest first. */
export async function readAllBookmarks({ records }: Records, userId: string): Promise<BookmarkRow[]> {
  return records.bookmark.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
}

/** How many bookmarks a user has, and when the latest was created: null if there are none. */
export async function countBookmarks(
  { records }: Records,
  userId: string,
): Promise<{ count: number; lastAt: bigint | null }> {
  const own = await records.bookmark.aggregate({ where: { userId }, _count: true, _max: { createdAt: true } });
  return { count: own._count, lastAt: own._max.createdAt };
}

/** Adds a bookmark. If the user already has one for the same event, it is kept; its note is replaced if `note` is given. */
export async function saveBookmark(
  { records }: Records,
  { note, ...bookmark }: Omit<BookmarkRow, "note"> & { note: string | undefined },
): Promise<BookmarkRow> {
  const { userId, conversationId, eventId } = bookmark;
  return records.bookmark.upsert({
    where: { userId_conversationId_eventId: { userId, conversationId, eventId } },
    create: { ...bookmark, note: note ?? "" },
    update: note === undefined ? {} : { note },
  });
}

/** Changes the note of a user's bookmark; null if there is none with this id. */
export async function updateBookmark(
  { records }: Records,
  { id, userId }: { id: string; userId: string },
  note: string,
): Promise<BookmarkRow | null> {
  const { count } = await records.bookmark.updateMany({ where: { id, userId }, data: { note } });
  return count === 0 ? null : records.bookmark.findUnique({ where: { id } });
}

/** Deletes a user's bookmark; `false` if there is none with this id. */
export async function deleteBookmark(
  { records }: Records,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const { count } = await records.bookmark.deleteMany({ where: { id, userId } });
  return count > 0;
}
