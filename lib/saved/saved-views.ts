import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { listSettings } from "@/lib/api/list-settings";
import type { newView, SavedView, viewChange } from "@/lib/api/saved-view";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";

/** Views that one person may keep, and counts that one call may ask for. */
const mostOfOne = 100;

/** The viewer's own views and everybody's shared ones, in the order of their places. */
export async function listViews(viewer: Viewer): Promise<SavedView[]> {
  const rows = await store().records.savedView.findMany({
    where: seenBy(viewer),
    include: owned,
    orderBy: [{ isShared: "asc" }, { position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  const defaultId = await defaultOf(viewer);
  return rows.map((row) => viewOf(row, viewer, defaultId));
}

/** Keeps a new view, below the others. */
export async function addView(viewer: UserViewer, view: z.output<typeof newView>): Promise<SavedView | Refusal> {
  const own = await store().records.savedView.aggregate({
    where: { ownerId: viewer.userId },
    _count: true,
    _max: { position: true },
  });
  if (own._count >= mostOfOne)
    return new Refusal("bad_request", `You already have ${mostOfOne} views. Delete some first.`);
  const at = now();
  const row = await store().records.savedView.create({
    data: {
      ...{ id: randomUUID(), name: view.name, isShared: view.isShared, search: view.search },
      ...{ settings: JSON.stringify(view.settings), position: (own._max.position ?? -1) + 1 },
      ...{ createdAt: at, updatedAt: at, ownerId: viewer.userId },
    },
    include: owned,
  });
  return viewOf(row, viewer, null);
}

/** Changes the parts that are given. A shared view is changed by its owner or an admin; one that nobody owns by an admin. */
export async function changeView(
  viewer: UserViewer,
  id: string,
  { settings, ...parts }: z.output<typeof viewChange>,
): Promise<SavedView | Refusal> {
  const view = await changeableView(viewer, id);
  if (view instanceof Refusal) return view;
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  const row = await store().records.savedView.update({
    where: { id },
    data: {
      ...given,
      ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
      // Not shared any more and owned by nobody, it would be seen by nobody.
      ...(parts.isShared === false && view.ownerId === null ? { ownerId: viewer.userId } : {}),
      updatedAt: now(),
    },
    include: owned,
  });
  return viewOf(row, viewer, await defaultOf(viewer));
}

/** Deletes a view for everybody who sees it. */
export async function removeView(viewer: UserViewer, id: string): Promise<{ ok: true } | Refusal> {
  const view = await changeableView(viewer, id);
  if (view instanceof Refusal) return view;
  await store().records.savedView.deleteMany({ where: { id } });
  return { ok: true };
}

/** Makes a view the one that the viewer's inbox opens with; null for none. */
export async function chooseDefaultView(viewer: UserViewer, id: string | null): Promise<{ ok: true } | Refusal> {
  const { userId } = viewer;
  if (id === null) {
    await store().records.defaultView.deleteMany({ where: { userId } });
    return { ok: true };
  }
  const view = await store().records.savedView.findFirst({ where: { ...seenBy(viewer), id } });
  if (view === null) return notFound("view with this id");
  await store().records.defaultView.upsert({
    where: { userId },
    create: { userId, viewId: id },
    update: { viewId: id },
  });
  return { ok: true };
}

/** The view that the viewer's inbox opens with, or null. */
export async function defaultViewOf(viewer: Viewer): Promise<SavedView | null> {
  const id = await defaultOf(viewer);
  if (id === null) return null;
  const row = await store().records.savedView.findFirst({ where: { ...seenBy(viewer), id }, include: owned });
  return row === null ? null : viewOf(row, viewer, id);
}

const owned = { owner: { select: { id: true, name: true } } } as const;

function seenBy(viewer: Viewer) {
  return viewer.kind === "user" ? { OR: [{ isShared: true }, { ownerId: viewer.userId }] } : { isShared: true };
}

async function changeableView(viewer: UserViewer, id: string): Promise<{ ownerId: string | null } | Refusal> {
  const view = await store().records.savedView.findFirst({ where: { ...seenBy(viewer), id } });
  if (view === null) return notFound("view with this id");
  return canChange(view, viewer) ? view : new Refusal("forbidden", "Only the view's owner or an admin can change it.");
}

function canChange({ ownerId }: { ownerId: string | null }, viewer: Viewer): boolean {
  return viewer.kind === "user" && (viewer.role === "admin" || ownerId === viewer.userId);
}

async function defaultOf(viewer: Viewer): Promise<string | null> {
  if (viewer.kind !== "user") return null;
  const chosen = await store().records.defaultView.findUnique({ where: { userId: viewer.userId } });
  return chosen?.viewId ?? null;
}

interface ViewRow {
  id: string;
  name: string;
  isShared: boolean;
  search: string;
  settings: string;
  position: number;
  ownerId: string | null;
  owner: { id: string; name: string } | null;
  createdAt: bigint;
  updatedAt: bigint;
}

function viewOf(row: ViewRow, viewer: Viewer, defaultId: string | null): SavedView {
  const { id, name, isShared, search, position, owner } = row;
  return {
    ...{ id, name, isShared, search, position, owner },
    // What an older version wrote may not fit any more.
    settings: listSettings.nullable().catch(null).parse(JSON.parse(row.settings)),
    canChange: canChange(row, viewer),
    isDefault: id === defaultId,
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
  };
}
