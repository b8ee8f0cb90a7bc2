"use client";

import { parseAsArrayOf, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { countEntries, type EntryCounts, type EntryFilter, entryVoices } from "@/components/timeline/entry-filter";
import { eventCategories } from "@/lib/event-types/category-of";
import type { Event } from "@/lib/events/event";

export interface EntryFiltering {
  filter: EntryFilter;
  counts: EntryCounts;
  choose: (filter: Partial<EntryFilter>) => void;
  showAll: () => void;
}

/** Which timeline entries are shown. Stored in the URL, so that a link shows the same. */
export function useEntryFilter(events: readonly Event[]): EntryFiltering {
  const [{ entries, voices }, set] = useQueryStates(parameters, { history: "replace", shallow: true });
  const filter = useMemo(() => ({ kinds: entries, voices }), [entries, voices]);
  const counts = useMemo(() => countEntries(events, filter), [events, filter]);
  return useMemo(
    () => ({
      filter,
      counts,
      choose: ({ kinds, voices }) =>
        void set({
          ...(kinds === undefined ? {} : { entries: list(kinds) }),
          ...(voices === undefined ? {} : { voices: list(voices) }),
        }),
      showAll: () => void set(null),
    }),
    [filter, counts, set],
  );
}

const parameters = {
  entries: parseAsArrayOf(parseAsStringLiteral(eventCategories.map(({ id }) => id))),
  voices: parseAsArrayOf(parseAsStringLiteral(entryVoices)),
};

function list<Item>(items: readonly Item[] | null): Item[] | null {
  return items === null ? null : [...items];
}
