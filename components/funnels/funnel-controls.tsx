import Link from "next/link";
import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import type { OwnValues } from "@/components/analytics/own-parameters";

const orders = [
  { order: "strict", name: "In this order" },
  { order: "loose", name: "In any order" },
] as const;

const times = [undefined, "10m", "1h", "1d", "7d"];

/** Whether the steps have an order, and how long they may take. */
export function FunnelControls({ search }: { search: AnalyticsSearch }) {
  const { order = "strict", within } = search.own;
  const shownTimes = times.includes(within) ? times : [...times, within];
  return (
    <>
      <nav aria-label="Order" className="flex">
        {orders.map((one) => (
          <Choice key={one.order} search={search} own={{ order: one.order }} isCurrent={one.order === order}>
            {one.name}
          </Choice>
        ))}
      </nav>
      <nav aria-label="Longest time" className="flex items-center text-xs">
        <span className="pr-1 text-muted">Within</span>
        {shownTimes.map((time) => (
          <Choice key={time ?? ""} search={search} own={{ within: time ?? "" }} isCurrent={time === within}>
            {time ?? "any time"}
          </Choice>
        ))}
      </nav>
    </>
  );
}

interface ChoiceProps {
  search: AnalyticsSearch;
  own: OwnValues;
  isCurrent: boolean;
  children: string;
}

function Choice({ search, own, isCurrent, children }: ChoiceProps) {
  return (
    <Link
      href={analyticsHref({ ...search, own: { ...search.own, ...own } })}
      prefetch={false}
      scroll={false}
      aria-current={isCurrent ? "true" : undefined}
      className="flex h-7 items-center rounded-md px-1.5 text-xs whitespace-nowrap text-muted hover:text-text aria-[current]:bg-hover aria-[current]:text-text coarse:h-9"
    >
      {children}
    </Link>
  );
}
