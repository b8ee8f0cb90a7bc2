import type { Metadata } from "next";
import { Suspense } from "react";
import { parametersOf } from "@/app/parameters-of";
import { requireViewer } from "@/app/require-viewer";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { readAnalyticsSearch } from "@/components/analytics/analytics-search";
import { FigureSkeleton } from "@/components/analytics/figure-skeleton";
import { funnelsPath } from "@/components/analytics/own-parameters";
import { AboveMap } from "@/components/flows/flow-tabs";
import { FunnelPage } from "@/components/funnels/funnel-page";
import { can } from "@/lib/access/permissions";
import { loadFunnel } from "./load-funnel";

export const metadata: Metadata = { title: "Funnels" };

export default async function Funnels({ searchParams }: PageProps<"/funnels">) {
  const viewer = await requireViewer("analytics");
  const search = readAnalyticsSearch(funnelsPath, parametersOf(await searchParams));
  return (
    <AnalyticsFrame title="Funnels" above={<AboveMap search={search} />}>
      <Suspense fallback={<FigureSkeleton title="Funnel" />}>
        <FunnelPage shown={loadFunnel(viewer, search)} search={search} isMasked={!can(viewer, "personal")} />
      </Suspense>
    </AnalyticsFrame>
  );
}
