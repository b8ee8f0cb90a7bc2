import { formatFilters } from "@/lib/filter-text/format-filters";
import { readFilters } from "@/lib/filters/read-filters";

/** A rule's filter as the search box writes it; as stored if it is not valid. */
export function filterTextOf(query: string): string {
  const read = readFilters(new URLSearchParams(query));
  return read.ok ? formatFilters(read.filters) : query;
}
