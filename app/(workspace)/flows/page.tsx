import type { Metadata } from "next";
import { Suspense } from "react";
import { parametersOf } from "@/app/parameters-of";
import { requireViewer } from "@/app/require-viewer";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { readAnalyticsSearch } from "@/components/analytics/analytics-search";
import { FigureSkeleton } from "@/components/analytics/figure-skeleton";
import { BotsFigure } from "@/components/flows/bots-figure";
import { loadFlows } from "./load-flow";

export const metadata: Metadata = { title: "Flows" };

export default async function Flows({ searchParams }: PageProps<"/flows">) {
  const viewer = await requireViewer("analytics");
  const search = readAnalyticsSearch("/flows", parametersOf(await searchParams));
  return (
    <AnalyticsFrame title="Flows" hasCharts={false}>
      <Suspense fallback={<FigureSkeleton title="Bots" />}>
        <BotsFigure flows={loadFlows(viewer, search)} search={search} />
      </Suspense>
    </AnalyticsFrame>
  );
}
