import { type ConversationSort, defaultSort, readSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { isFilterName, readFilters } from "@/lib/filters/read-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { viewParameter } from "./view-href";

export interface InboxSearch {
  filters: ConversationFilters;
  sort: ConversationSort;
}

/** A parameter of the address that the list does not follow, and why. */
export interface IgnoredParameter {
  /** `status=pending`, as it stands in the address but for its coding. */
  written: string;
  message: string;
}

/** Of the same address, but not about the list: the view's id, and what a conversation beside it shows. */
const others: readonly string[] = [viewParameter, "event", "marker", "questions", "find", "entries", "voices"];

/** Reads the list's part of a page's URL. What is not valid there is left out, so that an old link still opens a list, and told. */
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

/** The inbox under these filters. */
export function inboxHref(filters: ConversationFilters, sort: ConversationSort = defaultSort): string {
  return `/?${writeInboxSearch(filters, sort)}`;
}

/** Does the parameter stay when the list's are written anew? */
export function isOfPage(name: string): boolean {
  return others.includes(name);
}
