import Link from "next/link";
import type { Interval } from "@/lib/analytics/intervals";
import { type AnalyticsSearch, analyticsHref } from "./analytics-search";

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
        <Link
          key={interval}
          href={analyticsHref({ ...search, own: { interval } })}
          prefetch={false}
          scroll={false}
          aria-current={interval === current ? "true" : undefined}
          className="flex h-7 items-center rounded-md px-1.5 text-xs text-muted hover:text-text aria-[current]:bg-hover aria-[current]:text-text coarse:h-9"
        >
          {interval}
        </Link>
      ))}
    </nav>
  );
}
