"use client";

import { classNames } from "@/components/ui/class-names";
import { type DeliveryFilters, deliveryResolutions } from "@/lib/delivery-filters/delivery-filters";
import type { DeliveriesView } from "./use-deliveries-view";

interface DeliveryTabsProps {
  deliveries: DeliveriesView;
  /** The number of open deliveries in quarantine. */
  open: number | undefined;
}

/** The log's filters that have tabs; other filters are kept. */
export function DeliveryTabs({ deliveries: { view, change }, open }: DeliveryTabsProps) {
  const { filters } = view;
  const current = tabOf(filters);
  const show = (part: Partial<DeliveryFilters>) =>
    change({ filters: { ...filters, verdict: [], resolution: [], ...part }, delivery: null, pane: null });
  return (
    <>
      <fieldset className="flex h-9 shrink-0 gap-3 border-b border-line px-3.5">
        <legend className="sr-only">Verdict</legend>
        {tabs.map(({ name, tab, part }) => (
          <button
            key={tab}
            type="button"
            aria-pressed={tab === current}
            onClick={() => show(part)}
            className={classNames(
              "-mb-px flex min-w-6 items-center justify-center gap-1 border-b-2 text-sm whitespace-nowrap transition-colors focus-visible:-outline-offset-2",
              tab === current ? "border-accent font-medium text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {name}
            {tab === "quarantine" && (
              <span className={classNames("tabular min-w-2 text-xs font-normal", open ? "text-warning" : "text-muted")}>
                {open}
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {current === "quarantine" && (
        <fieldset className="flex h-9 shrink-0 items-center gap-1 px-2">
          <legend className="sr-only">State</legend>
          {deliveryResolutions.map((resolution) => (
            <button
              key={resolution}
              type="button"
              aria-pressed={filters.resolution.includes(resolution)}
              onClick={() => show({ resolution: [resolution] })}
              className="h-6 rounded-full px-2 text-xs text-muted hover:text-text aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-text"
            >
              {stateNames[resolution]}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

export type DeliveriesTab = "all" | "quarantine" | "tests";

/** The tab that corresponds to the filters, or null. */
export function tabOf({ verdict, resolution }: DeliveryFilters): DeliveriesTab | null {
  if (resolution.length > 0) return verdict.length === 0 && resolution.length === 1 ? "quarantine" : null;
  if (verdict.length === 0) return "all";
  return verdict.join() === "test" ? "tests" : null;
}

const tabs: readonly { tab: DeliveriesTab; name: string; part: Partial<DeliveryFilters> }[] = [
  { tab: "all", name: "All", part: {} },
  { tab: "quarantine", name: "Quarantine", part: { resolution: ["open"] } },
  { tab: "tests", name: "Test calls", part: { verdict: ["test"] } },
];

const stateNames = { open: "Open", reprocessed: "Reprocessed", dismissed: "Dismissed" };
