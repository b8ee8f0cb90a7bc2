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
  /** The view that the URL names; null for none. */
  current: SavedView | null;
  /** The list is not as the view has it. */
  isChanged: boolean;
  /** What a view of the list as it is would keep. */
  list: Pick<SavedView, "search" | "settings">;
}

const none: { data: SavedView[] } = { data: [] };

/** The saved views, and how the list stands to the one that it was opened with. */
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

/** As this version writes it: an earlier one may have had another order. */
function rewritten(search: string): string {
  const { filters, sort } = readInboxSearch(new URLSearchParams(search));
  return writeInboxSearch(filters, sort).toString();
}
