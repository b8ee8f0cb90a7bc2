"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notify } from "@/components/ui/notices/notify";
import { tellFailure } from "@/components/ui/tell-failure";
import { call } from "@/lib/api/client/call";
import { queriesOf } from "@/lib/api/client/queries-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { NewView, SavedView, ViewChange } from "@/lib/api/schemas/saved-view";

interface Addition {
  view: NewView;
  isDefault: boolean;
}

/** Mutations of views; each refetches the list of views. Callers show errors. */
export function useViewActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries(queriesOf(endpoints.listViews, endpoints.countViews));

  const add = useMutation({
    mutationFn: async ({ view, isDefault }: Addition) => {
      const added = await call(endpoints.createView, { body: view });
      if (isDefault) await call(endpoints.setDefaultView, { body: { id: added.id } });
      return added;
    },
    onSuccess,
  });

  const update = useMutation({
    mutationFn: ({ id, change }: { id: string; change: ViewChange }) =>
      call(endpoints.updateView, { path: { id }, body: change }),
    onSuccess,
  });

  const chooseDefault = useMutation({
    mutationFn: (id: string | null) => call(endpoints.setDefaultView, { body: { id } }),
    onSuccess,
  });

  /** Saves the order of views. */
  const arrange = useMutation({
    mutationFn: async (views: readonly SavedView[]) => {
      const moved = views
        .map(({ id, position: before }, position) => ({ id, before, position }))
        .filter(({ before, position }) => before !== position);
      for (const { id, position } of moved) await call(endpoints.updateView, { path: { id }, body: { position } });
    },
    onSuccess,
  });

  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => call(endpoints.deleteView, { path: { id } }),
    onSuccess: async (_done, { isDefault, name, search, settings, isShared }) => {
      await onSuccess();
      const undo = () =>
        add.mutate({ view: { name, search, settings, isShared }, isDefault }, { onError: tellFailure });
      notify.message(`“${name}” deleted`, { action: { label: "Undo", onClick: undo }, duration: 10_000 });
    },
  });

  return { add, update, chooseDefault, arrange, remove };
}
