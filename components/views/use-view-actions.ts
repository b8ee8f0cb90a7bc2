"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { ApiError } from "@/lib/api/api-error";
import { postJson, sendJson } from "@/lib/api/client";
import { type NewView, type SavedView, savedView, type ViewChange, viewRemoved } from "@/lib/api/schemas/saved-view";
import { viewScope } from "@/lib/api/view-queries";

const path = "/api/v1/views";

/** Changes of views; each reads the list anew. They throw what was refused, but for those that a notice tells. */
export function useViewActions() {
  const client = useQueryClient();
  const reread = () =>
    Promise.all(Object.values(viewScope).map((scope) => client.invalidateQueries({ queryKey: [scope] })));

  async function add(view: NewView, { isDefault = false } = {}): Promise<SavedView> {
    const made = await postJson(path, view, savedView);
    if (isDefault) await postJson(`${path}/default`, { id: made.id }, viewRemoved);
    await reread();
    return made;
  }

  async function change(id: string, parts: ViewChange): Promise<void> {
    await sendJson("PATCH", `${path}/${encodeURIComponent(id)}`, parts, savedView);
    await reread();
  }

  async function chooseDefault(id: string | null): Promise<void> {
    await postJson(`${path}/default`, { id }, viewRemoved);
    await reread();
  }

  /** Puts the views in the order that they have here. */
  async function arrange(views: readonly SavedView[]): Promise<void> {
    const moved = views
      .map((view, position) => ({ view, position }))
      .filter(({ view, position }) => view.position !== position);
    for (const { view, position } of moved) {
      await sendJson("PATCH", `${path}/${encodeURIComponent(view.id)}`, { position }, savedView);
    }
    await reread();
  }

  async function remove({ id, isDefault, name, search, settings, isShared }: SavedView): Promise<void> {
    await sendJson("DELETE", `${path}/${encodeURIComponent(id)}`, {}, viewRemoved);
    await reread();
    const undo = () => void tellFaults(add({ name, search, settings, isShared }, { isDefault }));
    toast(`“${name}” deleted`, { action: { label: "Undo", onClick: undo }, duration: 10_000 });
  }

  return { add, change, chooseDefault, arrange, remove };
}

/** Tells in a notice what was refused. */
export async function tellFaults(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    toast.error(error instanceof ApiError ? error.message : "The server cannot be reached. Try again.");
  }
}
