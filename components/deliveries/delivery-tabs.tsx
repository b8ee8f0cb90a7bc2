"use client";

import { classNames } from "@/components/ui/class-names";
import { type DeliveriesTab, type QuarantineState, states, tabs } from "./deliveries-search";
import type { DeliveriesView } from "./use-deliveries-view";

export interface DeliveryTabsProps {
  deliveries: DeliveriesView;
  /** How many are open in quarantine. */
  open: number | undefined;
}

export function DeliveryTabs({ deliveries: { view, change }, open }: DeliveryTabsProps) {
  return (
    <>
      <fieldset className="flex h-9 shrink-0 gap-3 border-b border-line px-3.5">
        <legend className="sr-only">Verdict</legend>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-pressed={tab === view.show}
            onClick={() => change({ show: tab, state: null, delivery: null, pane: null })}
            className={classNames(
              "-mb-px flex items-center gap-1 border-b-2 text-sm whitespace-nowrap transition-colors focus-visible:-outline-offset-2",
              tab === view.show
                ? "border-accent font-medium text-text"
                : "border-transparent text-muted hover:text-text",
            )}
          >
            {tabNames[tab]}
            {tab === "quarantine" && (
              <span className={classNames("tabular min-w-2 text-xs font-normal", open ? "text-warning" : "text-muted")}>
                {open}
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {view.show === "quarantine" && (
        <fieldset className="flex h-9 shrink-0 items-center gap-1 px-2">
          <legend className="sr-only">State</legend>
          {states.map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={state === view.state}
              onClick={() => change({ state, delivery: null, pane: null })}
              className="h-6 rounded-full px-2 text-xs text-muted hover:text-text aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-text"
            >
              {stateNames[state]}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

const tabNames: Record<DeliveriesTab, string> = {
  all: "All",
  quarantine: "Quarantine",
  accepted: "Accepted",
  tests: "Test calls",
};

const stateNames: Record<QuarantineState, string> = {
  open: "Open",
  reprocessed: "Reprocessed",
  dismissed: "Dismissed",
};
