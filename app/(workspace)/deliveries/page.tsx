import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { DeliveriesPage } from "@/components/deliveries/deliveries-page";
import { createQueryClient } from "@/components/shell/query-client";
import { deliveryActivityQuery } from "@/lib/api/queries";
import { deliveryActivity } from "@/lib/queries/delivery-activity";

export const metadata: Metadata = { title: "Deliveries" };

export default async function Deliveries() {
  const viewer = await requireViewer();
  const cache = createQueryClient();
  await cache.prefetchQuery({ ...deliveryActivityQuery(), queryFn: () => deliveryActivity(viewer) });
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <DeliveriesPage />
    </HydrationBoundary>
  );
}
