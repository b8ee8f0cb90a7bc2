import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { type AnalyticsSearch, analyticsHref } from "./analytics-search";

/** Shown instead of the figures if no conversation started in the period. */
export function NoFigures({ search }: { search: AnalyticsSearch }) {
  const isFiltered = writeFilters(search.filters).size > 0;
  return (
    <EmptyState
      icon={<ChartColumn />}
      title={isFiltered ? "No matching conversations in this period" : "No conversations started in this period"}
      heading="h2"
      action={
        <>
          <Button asChild>
            <Link href={analyticsHref({ ...search, from: "365d", to: "now", own: {} })}>Last 365 days</Link>
          </Button>
          {isFiltered && (
            <Button asChild>
              <Link href={analyticsHref({ ...search, filters: noFilters })}>Remove all filters</Link>
            </Button>
          )}
        </>
      }
    >
      A conversation counts in the period in which it started.
    </EmptyState>
  );
}
