import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { can } from "@/lib/access/permissions";
import { listSettings } from "@/lib/api/schemas/list-settings";
import type { newView, SavedView, viewChange } from "@/lib/api/schemas/saved-view";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readDefaultView, setDefaultView } from "@/lib/store/records/default-views";
import { inTransaction, type Records } from "@/lib/store/records/in-transaction";
import {
  countSavedViews,
  deleteSavedView,
  findSavedView,
  insertSavedView,
  readSavedViews,
  type SavedViewRow,
  updateSavedView,
} from "@/lib/store/records/saved-views";
import { now, toIso } from "@/lib/time/instant";
import { maskView } from "./mask-view";

/** Maximum number of views per user. */
const mostOfUser = 100;

/** The viewer's own views, then the shared ones, by position. */
export async function listViews(viewer: Viewer): Promise<SavedView[]> {
  const rows = await readSavedViews(store(), ownerSeenBy(viewer));
  const defaultId = await defaultOf(viewer);
  return rows.map((row) => viewOf(row, viewer, defaultId));
}

/** Saves a new view, after the others. */
export async function addView(viewer: UserViewer, view: z.output<typeof newView>): Promise<SavedView | Refusal> {
  const { count, lastPosition } = await countSavedViews(store(), viewer.userId);
  if (count >= mostOfUser)
    return new Refusal("bad_request", `You have ${mostOfUser} saved views, which is the maximum. Delete some first.`);
  const at = now();
  const row = await inTransaction(store(), async (within) => {
    const added = await insertSavedView(within, {
      ...{ id: randomUUID(), name: view.name, isShared: view.isShared, search: view.search },
      ...{ settings: JSON.stringify(view.settings), position: (lastPosition ?? -1) + 1 },
      ...{ createdAt: at, updatedAt: at, ownerId: viewer.userId },
    });
    await auditShared(within, viewer, { before: null, after: added });
    return added;
  });
  return viewOf(row, viewer, null);
}

/** Updates the given fields. A shared view is changed by its owner or an admin; one without an owner by an admin. */
export async function changeView(
  viewer: UserViewer,
  id: string,
  { settings, ...parts }: z.output<typeof viewChange>,
): Promise<SavedView | Refusal> {
  const view = await changeableView(viewer, id);
  if (view instanceof Refusal) return view;
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  const row = await inTransaction(store(), async (within) => {
    const changed = await updateSavedView(within, id, {
      ...given,
      ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
      // A view that is neither shared nor owned would be visible to nobody.
      ...(parts.isShared === false && view.ownerId === null ? { ownerId: viewer.userId } : {}),
      updatedAt: now(),
    });
    await auditShared(within, viewer, { before: view, after: changed });
    return changed;
  });
  return viewOf(row, viewer, await defaultOf(viewer));
}

/** Deletes a view for everyone who sees it. */
export async function removeView(viewer: UserViewer, id: string): Promise<{ ok: true } | Refusal> {
  const view = await changeableView(viewer, id);
  if (view instanceof Refusal) return view;
  await inTransaction(store(), async (within) => {
    await deleteSavedView(within, id);
    await auditShared(within, viewer, { before: view, after: null });
  });
  return { ok: true };
}

/** Records what others see of a change: a view that is or was shared. Its filters may name a person. */
async function auditShared(
  within: Records,
  viewer: UserViewer,
  { before, after }: Record<"before" | "after", SavedViewRow | null>,
): Promise<void> {
  const [was, is] = [before?.isShared ? before : null, after?.isShared ? after : null];
  const view = is ?? was;
  if (view === null) return;
  const changed = (["name", "search", "settings"] as const).filter((part) => before?.[part] !== after?.[part]);
  // The order of views in a list is the viewer's matter.
  if (was !== null && is !== null && changed.length === 0) return;
  await audit(within, actorOf(viewer), {
    action: was === null ? "view.create" : is === null ? "view.delete" : "view.change",
    subject: { type: "view", id: view.id },
    detail: { name: view.name, ...(was !== null && is !== null && { changed }) },
  });
}

/** Sets the viewer's default view; null for none. */
export async function chooseDefaultView(viewer: UserViewer, id: string | null): Promise<{ ok: true } | Refusal> {
  const isSeen = id === null || (await findSavedView(store(), ownerSeenBy(viewer), id)) !== null;
  if (!isSeen) return notFound("view with this id");
  await setDefaultView(store(), viewer.userId, id);
  return { ok: true };
}

/** The view that the viewer's inbox opens with, or null. */
export async function defaultViewOf(viewer: Viewer): Promise<SavedView | null> {
  const id = await defaultOf(viewer);
  if (id === null) return null;
  const row = await findSavedView(store(), ownerSeenBy(viewer), id);
  return row === null ? null : viewOf(row, viewer, id);
}

/** Whose views the viewer sees in addition to shared ones; null for nobody's. */
function ownerSeenBy(viewer: Viewer): string | null {
  return viewer.kind === "user" ? viewer.userId : null;
}

async function changeableView(viewer: UserViewer, id: string): Promise<SavedViewRow | Refusal> {
  const view = await findSavedView(store(), ownerSeenBy(viewer), id);
  if (view === null) return notFound("view with this id");
  return canChange(view, viewer)
    ? view
    : new Refusal("forbidden", "Only the owner of this view or an admin can change it.");
}

function canChange(view: { ownerId: string | null }, viewer: Viewer): boolean {
  return viewer.kind === "user" && (can(viewer, "manage") || isOwn(view, viewer));
}

function isOwn({ ownerId }: { ownerId: string | null }, viewer: Viewer): boolean {
  return viewer.kind === "user" && ownerId === viewer.userId;
}

async function defaultOf(viewer: Viewer): Promise<string | null> {
  return viewer.kind === "user" ? readDefaultView(store(), viewer.userId) : null;
}

function viewOf(row: SavedViewRow, viewer: Viewer, defaultId: string | null): SavedView {
  const { id, isShared, position, owner } = row;
  const { name, search } = can(viewer, "personal") || isOwn(row, viewer) ? row : maskView(row);
  return {
    ...{ id, name, isShared, search, position, owner },
    // An older version may have written settings that this one cannot parse.
    settings: listSettings.nullable().catch(null).parse(JSON.parse(row.settings)),
    canChange: canChange(row, viewer),
    isDefault: id === defaultId,
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
  };
}
