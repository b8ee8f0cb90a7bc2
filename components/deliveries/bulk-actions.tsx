"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import { writeDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import type { DeliveriesView } from "./use-deliveries-view";
import { useDeliveryActions } from "./use-delivery-actions";

export interface BulkActionsProps {
  deliveries: DeliveriesView;
  activity: DeliveryActivity | undefined;
}

/** Actions on all quarantined deliveries, except those that arrive after the page was loaded. */
export function BulkActions({ deliveries: { view }, activity }: BulkActionsProps) {
  const { reprocessAll, dismiss, restore } = useDeliveryActions();
  const [isAsking, setAsking] = useState(false);
  const upTo = activity?.lastDeliveryId;
  const { resolution } = view.filters;
  // The actions apply to the whole quarantine.
  const isNarrowed = writeDeliveryFilters({ ...view.filters, resolution: [] }).size > 0;
  if (!upTo || isNarrowed || resolution.includes("reprocessed")) return null;
  if (resolution.includes("dismissed")) {
    return (
      <Bar>
        <Button size="small" disabled={restore.isPending} onClick={() => restore.mutate({ body: { upTo } })}>
          Restore all
        </Button>
      </Bar>
    );
  }
  if (activity.open === 0) return null;
  return (
    <Bar>
      <Button size="small" disabled={reprocessAll.isPending} onClick={() => reprocessAll.mutate(upTo)}>
        {reprocessAll.isPending ? "Reprocessing…" : "Reprocess all"}
      </Button>
      <Dialog open={isAsking} onOpenChange={setAsking}>
        <DialogTrigger asChild>
          <Button size="small">Dismiss all</Button>
        </DialogTrigger>
        <DialogContent
          title={`Dismiss ${activity.open.toLocaleString("en")} deliveries?`}
          description="They move to Dismissed, where you can restore them. Nothing is deleted."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button variant="quiet">Cancel</Button>
            </DialogClose>
            <Button
              variant="primary"
              onClick={() => {
                dismiss.mutate({ body: { upTo } });
                setAsking(false);
              }}
            >
              Dismiss
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </Bar>
  );
}

function Bar({ children }: { children: React.ReactNode }) {
  return <div className="flex shrink-0 gap-2 border-b border-line px-3.5 pb-2">{children}</div>;
}
