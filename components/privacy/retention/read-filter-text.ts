import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { writeFilters } from "@/lib/filters/write-filters";

/** The query string of a filter as the search box writes it, or the first problem with it. */
export function readFilterText(text: string): { query: string } | { problem: string } {
  const { filters, problems } = parseFilterText(text);
  const [problem] = problems;
  return problem === undefined ? { query: writeFilters(filters).toString() } : { problem: problem.message };
}
