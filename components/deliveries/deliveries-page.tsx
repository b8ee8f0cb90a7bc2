"use client";

import { Webhook } from "lucide-react";
import { useIsUnscoped } from "@/components/access/viewer-context";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { DeliveriesPane } from "./deliveries-pane";
import { DeliveryDetail } from "./delivery-detail";
import { UnfamiliarReport } from "./unfamiliar-report";
import { useDeliveriesView } from "./use-deliveries-view";

/** The log next to the open delivery or the report, which is of all conversations. Narrow screens show only one of them. */
export function DeliveriesPage() {
  const isUnscoped = useIsUnscoped();
  const deliveries = useDeliveriesView();
  const { delivery, pane } = deliveries.view;
  const atList = delivery === null && pane === null;
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Deliveries"
        className={classNames(
          "min-h-0 shrink-0 flex-col border-line bg-pane lg:flex lg:w-96 xl:w-[32rem] lg:border-r",
          atList ? "flex w-full" : "hidden",
        )}
      >
        <DeliveriesPane deliveries={deliveries} />
      </section>
      <div className={classNames("min-h-0 min-w-0 flex-1 flex-col lg:flex", atList ? "hidden" : "flex")}>
        {delivery !== null ? (
          <DeliveryDetail key={delivery} id={delivery} deliveries={deliveries} />
        ) : isUnscoped ? (
          <UnfamiliarReport onBack={() => deliveries.change({ pane: null })} />
        ) : (
          <EmptyState icon={<Webhook />} title="Choose a delivery">
            You see deliveries whose events all belong to your bots and accounts.
          </EmptyState>
        )}
      </div>
    </div>
  );
}
