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
  /** null where the owner's account was removed. */
  owner: { id: string; name: string } | null;
}

type Columns = Omit<SavedViewRow, "owner">;

const withOwner = { owner: { select: { id: true, name: true } } } as const;

/** A user's own views and the shared ones, own ones first, by position; with null the shared ones alone. */
export async function readSavedViews({ records }: Records, userId: string | null): Promise<SavedViewRow[]> {
  return records.savedView.findMany({
    where: seenBy(userId),
    include: withOwner,
    orderBy: [{ isShared: "asc" }, { position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
}

/** One view of those that {@link readSavedViews} lists, or null. */
export async function findSavedView(
  { records }: Records,
  userId: string | null,
  id: string,
): Promise<SavedViewRow | null> {
  return records.savedView.findFirst({ where: { ...seenBy(userId), id }, include: withOwner });
}

/** How many views a user owns, and the highest position among them: null where there are none. */
export async function countSavedViews(
  { records }: Records,
  ownerId: string,
): Promise<{ count: number; lastPosition: number | null }> {
  const own = await records.savedView.aggregate({ where: { ownerId }, _count: true, _max: { position: true } });
  return { count: own._count, lastPosition: own._max.position };
}

/** Adds a view. */
export async function insertSavedView({ records }: Records, view: Columns): Promise<SavedViewRow> {
  return records.savedView.create({ data: view, include: withOwner });
}

/** Changes the given columns of a view. */
export async function updateSavedView(
  { records }: Records,
  id: string,
  change: Partial<Omit<Columns, "id" | "createdAt">>,
): Promise<SavedViewRow> {
  const data: Prisma.SavedViewUncheckedUpdateInput = change;
  return records.savedView.update({ where: { id }, data, include: withOwner });
}

/** Deletes a view; whoever had it as their default view has none then. */
export async function deleteSavedView({ records }: Records, id: string): Promise<void> {
  await records.savedView.deleteMany({ where: { id } });
}

/** Deletes the views of a user that nobody else sees. */
export async function deletePrivateViews({ records }: Records, ownerId: string): Promise<void> {
  await records.savedView.deleteMany({ where: { ownerId, isShared: false } });
}

function seenBy(userId: string | null): Prisma.SavedViewWhereInput {
  return userId === null ? { isShared: true } : { OR: [{ isShared: true }, { ownerId: userId }] };
}
