"use client";

import { useCallback, useRef } from "react";
import { useIsUnscoped } from "@/components/access/viewer-context";
import { useKey } from "@/components/ui/keys/use-key";
import type { DeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { ActivityChart } from "./activity-chart";
import { BulkActions } from "./bulk-actions";
import { DeliveryList } from "./delivery-list";
import { DeliverySearch } from "./delivery-search";
import { DeliveryTabs, tabOf } from "./delivery-tabs";
import type { DeliveriesView } from "./use-deliveries-view";
import { useDeliveryActivity } from "./use-delivery-activity";
import { useDeliveryKeys } from "./use-delivery-keys";

/** Search, chart, tabs and list; with a link to the report, unless the user has a scope. */
export function DeliveriesPane({ deliveries }: { deliveries: DeliveriesView }) {
  const isUnscoped = useIsUnscoped();
  const { view, change } = deliveries;
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { activity, fresh, showFresh } = useDeliveryActivity(scroller, view.period);
  const Heading = view.delivery === null ? "h1" : "h2";
  useDeliveryKeys(scroller, search);
  useKey("/", () => search.current?.focus());
  const narrow = useCallback(
    (part: Partial<DeliveryFilters>, options?: { replace?: boolean }) =>
      change(({ filters }) => ({ filters: { ...filters, ...part }, pane: null }), options),
    [change],
  );

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center justify-between gap-3 px-3.5 pt-2">
        <Heading className="text-base font-semibold">Deliveries</Heading>
        {isUnscoped && (
          <button
            type="button"
            onClick={() => change({ delivery: null, pane: "report" })}
            className="h-6 text-xs text-muted underline-offset-2 hover:text-text hover:underline"
          >
            Unrecognised types and fields
          </button>
        )}
      </div>
      <div className="shrink-0 px-3.5 pt-1.5">
        <DeliverySearch filters={view.filters} change={narrow} inputRef={search} />
        {view.ignored.length > 0 && (
          <p role="status" className="mt-1 text-xs text-warning [overflow-wrap:anywhere]">
            Parts of this link were ignored: {view.ignored.join("; ")}
          </p>
        )}
      </div>
      {activity && (
        <ActivityChart
          activity={activity}
          filters={view.filters}
          period={view.period}
          onPeriod={(period) => change({ period, filters: { ...view.filters, from: null, to: null } })}
          onRange={(times) => change({ filters: { ...view.filters, ...times }, pane: null })}
        />
      )}
      <DeliveryTabs deliveries={deliveries} open={activity?.open} />
      {tabOf(view.filters) === "quarantine" && <BulkActions deliveries={deliveries} activity={activity} />}
      <DeliveryList deliveries={deliveries} scroller={scroller} fresh={fresh} onShowFresh={showFresh} />
    </div>
  );
}
