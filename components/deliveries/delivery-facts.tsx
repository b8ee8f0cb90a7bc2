"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";
import { countsText } from "./delivery-summary";
import { ViewLink } from "./view-link";

export interface DeliveryFactsProps {
  delivery: DeliveryDetail;
  onOpen: (id: string) => void;
}

export function DeliveryFacts({ delivery, onOpen }: DeliveryFactsProps) {
  const { reprocessedAs, reprocessOf, resolvedAt, resolvedBy, resolution, madeBy, editedBy } = delivery;
  return (
    <dl className="grid shrink-0 grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-4 gap-y-2.5 border-b border-line px-4 py-3 text-sm">
      <Fact name="Received" className="col-span-2">
        <RelativeTime iso={delivery.receivedAt} inSentence />{" "}
        <span className="font-mono text-2xs break-all text-muted">{delivery.receivedAt}</span>
      </Fact>
      <Fact name="Events">{countsText(delivery)}</Fact>
      <Fact name="Source">{sourceNames[delivery.source] ?? delivery.source}</Fact>
      {reprocessOf !== null && (
        <Fact name="Reprocessed from">
          <DeliveryLink id={reprocessOf} onOpen={onOpen} />
        </Fact>
      )}
      {reprocessedAs !== null && (
        <Fact name="Reprocessed as">
          <DeliveryLink id={reprocessedAs} onOpen={onOpen} />
        </Fact>
      )}
      {madeBy !== null && (
        <Fact name={delivery.source === "sample" ? "Sent by" : "Reprocessed by"} className="col-span-2">
          {madeBy}
        </Fact>
      )}
      {editedBy !== null && (
        <Fact name="Body edited by" className="col-span-2">
          {editedBy}
        </Fact>
      )}
      {resolution !== null && resolvedAt !== null && (
        <Fact name={resolutionNames[resolution]} className="col-span-2">
          <RelativeTime iso={resolvedAt} inSentence />
          {resolvedBy !== null && ` by ${resolvedBy}`}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={classNames("min-w-0", className)}>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="tabular [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function DeliveryLink({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  return (
    <ViewLink href={`/deliveries?delivery=${id}`} onFollow={() => onOpen(id)} className="underline underline-offset-2">
      Delivery {id}
    </ViewLink>
  );
}

/** An open delivery that has a resolution was restored. */
const resolutionNames = { open: "Restored", dismissed: "Dismissed", reprocessed: "Reprocessed" };

const sourceNames: { [source: string]: string } = {
  webhook: "Webhook",
  import: "Import",
  sample: "Sample events",
  reprocess: "Reprocessing",
};
