"use client";

import { useRef } from "react";
import { ActivityStrip } from "./activity-strip";
import { BulkActions } from "./bulk-actions";
import { DeliveryList } from "./delivery-list";
import { DeliveryTabs } from "./delivery-tabs";
import type { DeliveriesView } from "./use-deliveries-view";
import { useDeliveryActivity } from "./use-delivery-activity";
import { useDeliveryKeys } from "./use-delivery-keys";

/** Strip, tabs and list. */
export function DeliveriesPane({ deliveries }: { deliveries: DeliveriesView }) {
  const { view, change } = deliveries;
  const scroller = useRef<HTMLDivElement>(null);
  const { activity, fresh, showFresh } = useDeliveryActivity(scroller);
  const Heading = view.delivery === null ? "h1" : "h2";
  useDeliveryKeys(scroller);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-baseline justify-between gap-3 px-3.5 pt-3">
        <Heading className="text-base font-semibold">Deliveries</Heading>
        <button
          type="button"
          onClick={() => change({ delivery: null, pane: "report" })}
          className="text-xs text-muted underline-offset-2 hover:text-text hover:underline"
        >
          Unrecognised types and fields
        </button>
      </div>
      <ActivityStrip activity={activity} />
      <DeliveryTabs deliveries={deliveries} open={activity?.open} />
      {view.show === "quarantine" && <BulkActions deliveries={deliveries} activity={activity} />}
      <DeliveryList deliveries={deliveries} scroller={scroller} fresh={fresh} onShowFresh={showFresh} />
    </div>
  );
}
