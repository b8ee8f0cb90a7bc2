import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { SetupGuide } from "@/components/setup/setup-guide";
import { createQueryClient } from "@/components/shell/query-client";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { readYourWrites } from "@/lib/queries/read-your-writes";
import { setupState } from "@/lib/queries/setup-state";

export const metadata: Metadata = { title: "Setup" };

export default async function SetupPage() {
  const viewer = await requireViewer("operate");
  await readYourWrites();
  const cache = createQueryClient();
  await cache.prefetchQuery({ ...queryOf(endpoints.getSetup), queryFn: () => setupState(viewer) });
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <SetupGuide />
    </HydrationBoundary>
  );
}
