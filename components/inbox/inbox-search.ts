import { type ConversationFilters, isFilterName, noFilters, readFilters, writeFilters } from "@/lib/api/filters";
import { type ConversationSort, conversationSort, defaultSort } from "@/lib/api/sort";

export interface InboxSearch {
  filters: ConversationFilters;
  sort: ConversationSort;
}

/** Reads the list's part of a page's URL. What is not valid there is left out, so that an old link still opens a list. */
export function readInboxSearch(parameters: URLSearchParams): InboxSearch {
  const sort = conversationSort.safeParse(parameters.get("sort")).data ?? defaultSort;
  const own = new URLSearchParams([...parameters].filter(([name]) => isFilterName(name)));
  for (;;) {
    const read = readFilters(own);
    if (read.ok) return { filters: read.filters, sort };
    if (!own.has(read.parameter)) return { filters: noFilters, sort };
    own.delete(read.parameter);
  }
}

export function writeInboxSearch(filters: ConversationFilters, sort: ConversationSort): URLSearchParams {
  const parameters = writeFilters(filters);
  if (sort !== defaultSort) parameters.set("sort", sort);
  return parameters;
}
