import { type ConversationSort, defaultSort, readSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { isFilterName, readFilters } from "@/lib/filters/read-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { viewParameter } from "./view-href";

export interface InboxSearch {
  filters: ConversationFilters;
  sort: ConversationSort;
}

/** A URL parameter that the list ignores, and why. */
export interface IgnoredParameter {
  /** `status=pending`, as in the URL but decoded. */
  written: string;
  message: string;
}

/** Parameters of the same URL that are not the list's: the view's id, and the state of the conversation next to it. */
const others: readonly string[] = [viewParameter, "event", "marker", "questions", "find", "entries", "voices"];

/**
 * Parses the list's part of a page's URL. Invalid parameters are dropped, so that an old link still opens a list, and reported.
 */
export function readInboxSearch(parameters: URLSearchParams): InboxSearch & { ignored: readonly IgnoredParameter[] } {
  const sort = readSort(parameters.get("sort") ?? defaultSort);
  const own = new URLSearchParams([...parameters].filter(([name]) => isFilterName(name)));
  const ignored: IgnoredParameter[] = [...parameters].flatMap(([name, value]) =>
    isFilterName(name) || name === "sort" || isOfPage(name)
      ? []
      : { written: `${name}=${value}`, message: `Unknown filter "${name}".` },
  );
  if (sort === null) ignored.push({ written: `sort=${parameters.get("sort")}`, message: "Unknown sort order." });
  for (;;) {
    const read = readFilters(own);
    if (read.ok) return { filters: read.filters, sort: sort ?? defaultSort, ignored };
    const { parameter, message } = read;
    ignored.push({ written: `${parameter}=${own.getAll(parameter).join(", ")}`, message });
    if (!own.has(parameter)) return { filters: noFilters, sort: sort ?? defaultSort, ignored };
    own.delete(parameter);
  }
}

export function writeInboxSearch(filters: ConversationFilters, sort: ConversationSort): URLSearchParams {
  const parameters = writeFilters(filters);
  if (sort !== defaultSort) parameters.set("sort", sort);
  return parameters;
}

/** The inbox's URL for these filters. */
export function inboxHref(filters: ConversationFilters, sort: ConversationSort = defaultSort): string {
  return `/?${writeInboxSearch(filters, sort)}`;
}

/** Whether the parameter is kept when the list's parameters are rewritten. */
export function isOfPage(name: string): boolean {
  return others.includes(name);
}
