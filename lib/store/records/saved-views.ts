import "server-only";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Records } from "./in-transaction";

/** A saved view with its owner. Times are microseconds since 1970. */
export interface SavedViewRow {
  id: string;
  name: string;
  isShared: boolean;
  search: string;
  /** JSON. */
  settings: string;
  position: number;
  createdAt: bigint;
  updatedAt: bigint;
  ownerId: string | null;
  /** Null if the owner's account was removed. */
  owner: { id: string; name: string } | null;
}

type Columns = Omit<SavedViewRow, "owner">;

const withOwner = { owner: { select: { id: true, name: true } } } as const;

/** A user's own views and the shared ones, own views first, by position; only shared ones if `userId` is null. */
export async function readSavedViews({ records }: Records, userId: string | null): Promise<SavedViewRow[]> {
  return records.savedView.findMany({
    where: seenBy(userId),
    include: withOwner,
    orderBy: [{ isShared: "asc" }, { position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
}

/** One of the views listed by {@link readSavedViews}, or null. */
export async function findSavedView(
  { records }: Records,
  userId: string | null,
  id: string,
): Promise<SavedViewRow | null> {
  return records.savedView.findFirst({ where: { ...seenBy(userId), id }, include: withOwner });
}

/** How many views a user owns, and the highest position among them: null if there are none. */
export async function countSavedViews(
  { records }: Records,
  ownerId: string,
): Promise<{ count: number; lastPosition: number | null }> {
  const own = await records.savedView.aggregate({ where: { ownerId }, _count: true, _max: { position: true } });
  return { count: own._count, lastPosition: own._max.position };
}

export async function insertSavedView({ records }: Records, view: Columns): Promise<SavedViewRow> {
  return records.savedView.create({ data: view, include: withOwner });
}

/** Updates the given columns of a view. */
export async function updateSavedView(
  { records }: Records,
  id: string,
  change: Partial<Omit<Columns, "id" | "createdAt">>,
): Promise<SavedViewRow> {
  const data: Prisma.SavedViewUncheckedUpdateInput = change;
  return records.savedView.update({ where: { id }, data, include: withOwner });
}

/** Deletes a view; users who had it as their default view no longer have one. */
export async function deleteSavedView({ records }: Records, id: string): Promise<void> {
  await records.savedView.deleteMany({ where: { id } });
}

/** Deletes a user's views that are not shared. */
export async function deletePrivateViews({ records }: Records, ownerId: string): Promise<void> {
  await records.savedView.deleteMany({ where: { ownerId, isShared: false } });
}

function seenBy(userId: string | null): Prisma.SavedViewWhereInput {
  return userId === null ? { isShared: true } : { OR: [{ isShared: true }, { ownerId: userId }] };
}
