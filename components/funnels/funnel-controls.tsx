import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import { ChoiceLink } from "@/components/analytics/choice-link";
import type { OwnValues } from "@/components/analytics/own-parameters";

const orders = [
  { order: "strict", name: "In this order" },
  { order: "loose", name: "In any order" },
] as const;

const times = [undefined, "10m", "1h", "1d", "7d"];

/** Whether the steps have an order, and how long they may take. */
export function FunnelControls({ search }: { search: AnalyticsSearch }) {
  const { order: current = "strict", within } = search.own;
  const hrefWith = (own: OwnValues) => analyticsHref({ ...search, own: { ...search.own, ...own } });
  const offered = times.includes(within) ? times : [...times, within];
  return (
    <>
      <nav aria-label="Order" className="flex">
        {orders.map(({ order, name }) => (
          <ChoiceLink key={order} href={hrefWith({ order })} isCurrent={order === current}>
            {name}
          </ChoiceLink>
        ))}
      </nav>
      <nav aria-label="Longest time" className="flex items-center text-xs">
        <span className="pr-1 text-muted">Within</span>
        {offered.map((time) => (
          <ChoiceLink key={time ?? ""} href={hrefWith({ within: time ?? "" })} isCurrent={time === within}>
            {time ?? "any time"}
          </ChoiceLink>
        ))}
      </nav>
    </>
  );
}
