import type { Metadata } from "next";
import { Suspense } from "react";
import { loadMap } from "@/app/(workspace)/flows/load-flow";
import { parametersOf } from "@/app/parameters-of";
import { requireViewer } from "@/app/require-viewer";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { readAnalyticsSearch } from "@/components/analytics/analytics-search";
import { FigureSkeleton } from "@/components/analytics/figure-skeleton";
import { flowPath } from "@/components/flows/flow-path";
import { AboveMap, FlowTabs } from "@/components/flows/flow-tabs";
import { MapFigure } from "@/components/flows/map-figure";
import { can } from "@/lib/access/permissions";
import { nameOfBot } from "@/lib/queries/flows/name-of-bot";

export const metadata: Metadata = { title: "Flow" };

export default async function Flow({ params, searchParams }: PageProps<"/flows/[bot]">) {
  const viewer = await requireViewer("analytics");
  const bot = decodeURIComponent((await params).bot);
  const search = readAnalyticsSearch(flowPath(bot), parametersOf(await searchParams));
  return (
    <AnalyticsFrame
      title={await nameOfBot(viewer, bot)}
      above={<AboveMap search={search} />}
      tabs={<FlowTabs search={search} bot={bot} current="map" />}
    >
      <Suspense fallback={<FigureSkeleton title="Map" />}>
        <MapFigure flow={loadMap(viewer, bot, search)} bot={bot} search={search} isMasked={!can(viewer, "personal")} />
      </Suspense>
    </AnalyticsFrame>
  );
}
