import type { Interval } from "@/lib/analytics/intervals";
import { type AnalyticsSearch, analyticsHref } from "./analytics-search";
import { ChoiceLink } from "./choice-link";

interface IntervalLinksProps {
  search: AnalyticsSearch;
  current: Interval;
  /** Those that suit the period. */
  offered: readonly Interval[];
}

/** Chooses the size of the intervals. */
export function IntervalLinks({ search, current, offered }: IntervalLinksProps) {
  return (
    <nav aria-label="Interval" className="flex">
      {offered.map((interval) => (
        <ChoiceLink
          key={interval}
          href={analyticsHref({ ...search, own: { interval } })}
          isCurrent={interval === current}
        >
          {interval}
        </ChoiceLink>
      ))}
    </nav>
  );
}
