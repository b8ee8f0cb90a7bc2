import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ListedDelivery } from "@/lib/api/schemas/delivery";
import { deliveryTitle, whomText } from "./delivery-summary";
import { VerdictIcon } from "./verdict-icon";
import { ViewLink } from "./view-link";

/** Fixed row height in pixels, so that the list needs no measuring and does not jump. */
export const deliveryRowHeight = 56;

interface DeliveryRowProps {
  delivery: ListedDelivery;
  selected: boolean;
  href: string;
  onOpen: () => void;
}

/** The delivery's events, conversations, and the webhook's response. */
export const DeliveryRow = memo(function DeliveryRow({ delivery, selected, href, onOpen }: DeliveryRowProps) {
  const waits = delivery.resolution === "open";
  return (
    <ViewLink
      href={href}
      onFollow={onOpen}
      aria-current={selected ? "true" : undefined}
      data-delivery-id={delivery.id}
      data-verdict={delivery.verdict}
      className={classNames(
        "relative grid h-full grid-cols-[1.25rem_2rem_minmax(0,1fr)_auto] content-center gap-x-1.5 gap-y-0.5 border-b border-line px-3.5",
        "focus-visible:-outline-offset-2",
        selected
          ? "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
          : "hover:bg-hover",
      )}
    >
      <VerdictIcon delivery={delivery} className="mt-0.5" />
      <span
        className={classNames(
          "tabular font-mono text-xs leading-5",
          delivery.status === 400 ? "text-warning" : "text-agent",
        )}
      >
        {delivery.status ?? <span className="sr-only">No response</span>}
      </span>
      <span dir="auto" className={classNames("truncate text-sm font-medium", waits ? "text-warning" : "text-text")}>
        {deliveryTitle(delivery)}
      </span>
      <RelativeTime iso={delivery.receivedAt} className="text-xs leading-5 text-muted" />
      <span dir="auto" className="tabular col-span-2 col-start-3 truncate text-xs text-muted">
        {whomText(delivery)}
      </span>
    </ViewLink>
  );
});
