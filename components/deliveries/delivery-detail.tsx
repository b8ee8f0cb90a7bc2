"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "@/components/access/viewer-context";
import { BodyEditor } from "@/components/deliveries/body/body-editor";
import { DeliveryBody } from "@/components/deliveries/body/delivery-body";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { detailTabs } from "./deliveries-search";
import { DeliveryEvents } from "./delivery-events";
import { DeliveryFacts } from "./delivery-facts";
import { DeliveryFault } from "./delivery-fault";
import { DeliveryHeader } from "./delivery-header";
import { DeliveryHeaders } from "./delivery-headers";
import { DeliveryResponse } from "./delivery-response";
import type { DeliveriesView } from "./use-deliveries-view";

export interface DeliveryDetailProps {
  id: string;
  deliveries: DeliveriesView;
}

/** One delivery: its result, errors, request, response and events; and the editor to correct it. */
export function DeliveryDetail({ id, deliveries: { view, change } }: DeliveryDetailProps) {
  const canOperate = useCan("operate");
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
    <article aria-label={`Delivery ${id}`} className="flex min-h-0 flex-1 flex-col overflow-hidden bg-background">
      <DeliveryHeader
        delivery={delivery}
        isEditing={isEditing}
        onEdit={canOperate && delivery.resolution === "open" ? () => setEditing(true) : null}
        onOpen={(other) => change({ delivery: other })}
        onClose={close}
      />
      <Tabs
        value={isEditing ? "request" : view.tab}
        onValueChange={(tab) => {
          setEditing(false);
          change({ tab: detailTabs.find((one) => one === tab) ?? "request" }, { replace: true });
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <TabList className="shrink-0 px-4 pt-1">
          <Tab value="request">Request</Tab>
          <Tab value="response">
            Response {delivery.response && <span className="tabular text-muted">{delivery.response.status}</span>}
          </Tab>
          <Tab value="events">
            Events <span className="tabular text-muted">{delivery.eventIds.length.toLocaleString("en")}</span>
          </Tab>
        </TabList>
        <TabPanel value="request" className="flex min-h-0 flex-1 flex-col overflow-y-auto -outline-offset-2">
          <DeliveryFault delivery={delivery} />
          {isEditing && delivery.body ? (
            <BodyEditor
              delivery={delivery}
              body={delivery.body}
              onClose={() => setEditing(false)}
              onDone={(made) => {
                setEditing(false);
                change({ delivery: made, tab: "events" });
              }}
            />
          ) : (
            <>
              <DeliveryHeaders delivery={delivery} />
              <DeliveryFacts delivery={delivery} onOpen={(other) => change({ delivery: other })} />
              <DeliveryBody delivery={delivery} />
            </>
          )}
        </TabPanel>
        <TabPanel value="response" className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
          <DeliveryResponse delivery={delivery} />
        </TabPanel>
        <TabPanel value="events" className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
          <DeliveryEvents delivery={delivery} />
        </TabPanel>
      </Tabs>
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
