import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Delivery } from "@/lib/api/schemas/delivery";
import { deliverySummary, formatMilliseconds, formatSize } from "./delivery-summary";
import { VerdictIcon } from "./verdict-icon";
import { ViewLink } from "./view-link";

/** Every row has the same height, so that the list neither measures nor jumps. */
export const deliveryRowHeight = 56;

export interface DeliveryRowProps {
  delivery: Delivery;
  selected: boolean;
  onOpen: () => void;
}

export const DeliveryRow = memo(function DeliveryRow({ delivery, selected, onOpen }: DeliveryRowProps) {
  const waits = delivery.resolution === "open";
  return (
    <ViewLink
      href={`/deliveries?delivery=${delivery.id}`}
      onFollow={onOpen}
      aria-current={selected ? "true" : undefined}
      data-delivery-id={delivery.id}
      data-verdict={delivery.verdict}
      className={classNames(
        "relative grid h-full grid-cols-[1.375rem_minmax(0,1fr)_auto] content-center gap-x-1 gap-y-0.5 border-b border-line px-3.5",
        "focus-visible:-outline-offset-2",
        selected
          ? "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
          : "hover:bg-hover",
      )}
    >
      <VerdictIcon delivery={delivery} className="mt-0.5" />
      <span dir="auto" className={classNames("truncate text-sm", waits ? "font-medium text-warning" : "text-text")}>
        {deliverySummary(delivery)}
      </span>
      <RelativeTime iso={delivery.receivedAt} className="text-xs leading-5 text-muted" />
      <span dir="auto" className="tabular col-span-2 col-start-2 truncate text-xs text-muted">
        {[
          `#${delivery.id}`,
          formatSize(delivery.size),
          formatMilliseconds(delivery.durationMs),
          delivery.source === "webhook" ? null : sourceNames[delivery.source],
          delivery.resolution === "reprocessed" || delivery.resolution === "dismissed" ? delivery.resolution : null,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </ViewLink>
  );
});

const sourceNames: { [source: string]: string } = { import: "imported", sample: "sample", reprocess: "reprocessed" };
