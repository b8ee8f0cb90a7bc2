"use client";

import { ChevronLeft, Download, PencilLine } from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { useKey } from "@/components/ui/keys/use-key";
import { RelativeTime } from "@/components/ui/relative-time";
import { addressOf } from "@/lib/api/client/address-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";
import { formatMilliseconds, formatSize } from "./delivery-summary";
import { useDeliveryActions } from "./use-delivery-actions";

export interface DeliveryHeaderProps {
  delivery: DeliveryDetail;
  isEditing: boolean;
  /** Null if its body cannot be edited: by members, or after it is resolved. */
  onEdit: (() => void) | null;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** The delivery's title, verdict and actions; `e` edits. */
export function DeliveryHeader({ delivery, isEditing, onEdit, onOpen, onClose }: DeliveryHeaderProps) {
  const { id, verdict, resolution, body, size, durationMs, receivedAt } = delivery;
  const canMend = resolution !== null && body !== null;
  useKey("e", canMend && !isEditing ? onEdit : null);
  const badge = resolution === "reprocessed" || resolution === "dismissed" ? resolution : verdict;
  return (
    <header className="sticky top-0 z-10 flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-background px-4 py-2.5">
      <IconButton label="Back to the deliveries" onClick={onClose} className="-ml-2 lg:hidden">
        <ChevronLeft />
      </IconButton>
      <h1 className="tabular text-base font-semibold">Delivery #{id}</h1>
      <Badge tone={tones[badge]} className="h-5">
        {names[badge]}
      </Badge>
      <span className="tabular text-xs text-muted">
        {formatSize(size)} · {formatMilliseconds(durationMs)} · <RelativeTime iso={receivedAt} inSentence />
      </span>
      {body !== null && (
        <Button
          asChild
          variant="quiet"
          className={classNames("ml-auto md:order-last", canMend && !isEditing && "md:ml-0")}
        >
          <a
            href={addressOf(endpoints.getDeliveryBody, { path: { id } })}
            download
            aria-label="Download the body"
            title="Download the body"
          >
            <Download />
          </a>
        </Button>
      )}
      {canMend && !isEditing && (
        <span className="flex flex-wrap items-center gap-2 max-md:w-full md:ml-auto">
          <Actions delivery={delivery} onEdit={onEdit} onOpen={onOpen} />
        </span>
      )}
    </header>
  );
}

function Actions({ delivery, onEdit, onOpen }: Pick<DeliveryHeaderProps, "delivery" | "onEdit" | "onOpen">) {
  const { reprocess, dismiss, restore } = useDeliveryActions();
  const { id, resolution } = delivery;
  return (
    <>
      {onEdit !== null && (
        <Button onClick={onEdit}>
          <PencilLine /> Edit and reprocess
        </Button>
      )}
      <Button
        disabled={reprocess.isPending}
        onClick={() =>
          reprocess.mutate(
            { path: { id }, body: {} },
            { onSuccess: ({ deliveryId }) => deliveryId !== null && onOpen(deliveryId) },
          )
        }
      >
        Reprocess
      </Button>
      {resolution === "open" && (
        <Button disabled={dismiss.isPending} onClick={() => dismiss.mutate({ body: { ids: [id] } })}>
          Dismiss
        </Button>
      )}
      {resolution === "dismissed" && (
        <Button disabled={restore.isPending} onClick={() => restore.mutate({ body: { ids: [id] } })}>
          Restore
        </Button>
      )}
    </>
  );
}

type Shown = DeliveryDetail["verdict"] | "reprocessed" | "dismissed";

const names: Record<Shown, string> = {
  accepted: "Accepted",
  partial: "Partly quarantined",
  quarantined: "Quarantined",
  test: "Test call",
  reprocessed: "Reprocessed",
  dismissed: "Dismissed",
};

const tones: Record<Shown, BadgeTone> = {
  accepted: "agent",
  partial: "warning",
  quarantined: "warning",
  test: "neutral",
  reprocessed: "neutral",
  dismissed: "neutral",
};
