import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { SearchParams } from "nuqs/server";
import { requireViewer } from "@/app/require-viewer";
import { DeliveriesPage } from "@/components/deliveries/deliveries-page";
import { createQueryClient } from "@/components/shell/query-client";
import { prefetchDeliveries } from "./prefetch-deliveries";

export const metadata: Metadata = { title: "Deliveries" };

export default async function Deliveries({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer("raw");
  const cache = createQueryClient();
  await prefetchDeliveries(cache, viewer, searchParams);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <NuqsAdapter>
        <DeliveriesPage />
      </NuqsAdapter>
    </HydrationBoundary>
  );
}
