"use client";

import { useEffect, useMemo, useState } from "react";
import { recentSearchesKey } from "@/components/list-state/recent-searches-key";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { formatFilters } from "@/lib/filter-text/format-filters";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

const most = 5;
/** A search is remembered after this many milliseconds without a change. */
const meantAfterMs = 1500;

export interface RecentSearches {
  /** As search box texts, latest first, without the current one. */
  searches: readonly string[];
  /** Applies one of them to the list. */
  open: (search: string) => void;
}

/** Recent searches and filters on this device. */
export function useRecentSearches({ filters, change }: Pick<InboxFilters, "filters" | "change">): RecentSearches {
  const [stored, setStored] = useState<readonly string[]>([]);
  const current = formatFilters(filters);
  useEffect(() => setStored(read()), []);
  useEffect(() => {
    if (current === "") return;
    const timer = setTimeout(() => {
      const next = [current, ...read().filter((search) => search !== current)].slice(0, most + 1);
      localStorage.setItem(recentSearchesKey, JSON.stringify(next));
      setStored(next);
    }, meantAfterMs);
    return () => clearTimeout(timer);
  }, [current]);
  return useMemo(
    () => ({
      searches: stored.filter((search) => search !== current).slice(0, most),
      open: (search) => change(parseFilterText(search).filters),
    }),
    [stored, current, change],
  );
}

function read(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(recentSearchesKey) ?? "[]");
    return Array.isArray(value) ? value.filter((search) => typeof search === "string") : [];
  } catch {
    return [];
  }
}
