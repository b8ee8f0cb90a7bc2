"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { BodyEditor } from "./body-editor";
import { DeliveryBody } from "./delivery-body";
import { DeliveryEvents } from "./delivery-events";
import { DeliveryFacts } from "./delivery-facts";
import { DeliveryFault } from "./delivery-fault";
import { DeliveryHeader } from "./delivery-header";
import type { DeliveriesView } from "./use-deliveries-view";

export interface DeliveryDetailProps {
  id: string;
  deliveries: DeliveriesView;
  /** Whether the reader may edit quarantined bodies. */
  canEdit: boolean;
}

/** One delivery: what came of it, what is wrong with it, its exact body; and the editor to mend it. */
export function DeliveryDetail({ id, deliveries: { change }, canEdit }: DeliveryDetailProps) {
  const { data: delivery, error, refetch } = useQuery(queryOf(endpoints.getDelivery, { path: { id } }));
  const [isEditing, setEditing] = useState(false);
  const close = () => change({ delivery: null });

  if (error && !delivery) {
    return (
      <ErrorState title="The delivery could not be loaded" onRetry={() => refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (!delivery) return <DetailSkeleton />;
  return (
    <article aria-label={`Delivery ${id}`} className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-background">
      <DeliveryHeader
        delivery={delivery}
        isEditing={isEditing}
        onEdit={canEdit && delivery.resolution === "open" ? () => setEditing(true) : null}
        onOpen={(other) => change({ delivery: other })}
        onClose={close}
      />
      <DeliveryFacts delivery={delivery} onOpen={(other) => change({ delivery: other })} />
      <DeliveryFault delivery={delivery} />
      <DeliveryEvents delivery={delivery} />
      {isEditing && delivery.body ? (
        <BodyEditor
          delivery={delivery}
          body={delivery.body}
          onClose={() => setEditing(false)}
          onDone={(made) => {
            setEditing(false);
            change({ delivery: made });
          }}
        />
      ) : (
        <DeliveryBody delivery={delivery} />
      )}
    </article>
  );
}

function DetailSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4 p-4">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-3 w-72" />
      <Skeleton className="h-3 w-56" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
