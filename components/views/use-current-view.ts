"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { readInboxSearch, writeInboxSearch } from "@/components/list-state/inbox-search";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { viewParameter } from "@/components/list-state/view-href";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { writeListSettings } from "@/lib/api/list-settings";
import type { SavedView } from "@/lib/api/schemas/saved-view";

export interface CurrentView {
  views: readonly SavedView[];
  /** The view named in the URL; null if there is none. */
  current: SavedView | null;
  /** The list differs from the view. */
  isChanged: boolean;
  /** The list's current state, to be saved as a view. */
  list: Pick<SavedView, "search" | "settings">;
}

const none: { data: SavedView[] } = { data: [] };

/** The saved views, and whether the list differs from the view it was opened with. */
export function useCurrentView({ filters, sort }: Pick<InboxFilters, "filters" | "sort">): CurrentView {
  const { data: { data: views } = none } = useQuery(queryOf(endpoints.listViews));
  const { settings } = useListSettings();
  const id = useSearchParams().get(viewParameter);
  const current = views.find((view) => view.id === id) ?? null;
  const search = writeInboxSearch(filters, sort).toString();
  const looksOther = current?.settings != null && writeListSettings(current.settings) !== writeListSettings(settings);
  return {
    views,
    current,
    isChanged: current !== null && (rewritten(current.search) !== search || looksOther),
    list: { search, settings },
  };
}

/** In this version's normal form: an earlier one may have used a different order. */
function rewritten(search: string): string {
  const { filters, sort } = readInboxSearch(new URLSearchParams(search));
  return writeInboxSearch(filters, sort).toString();
}
