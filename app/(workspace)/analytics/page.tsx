import type { Metadata } from "next";
import { Suspense } from "react";
import { parametersOf } from "@/app/parameters-of";
import { requireViewer } from "@/app/require-viewer";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { chosenInterval, readAnalyticsSearch } from "@/components/analytics/analytics-search";
import { FigureSkeleton } from "@/components/analytics/figure-skeleton";
import { Figures } from "@/components/analytics/figures";
import { HoursFigure } from "@/components/analytics/hours-figure";
import { PeopleFigure } from "@/components/analytics/people-figure";
import { VolumeFigure } from "@/components/analytics/volume-figure";
import { FlowsLink } from "@/components/flows/flow-tabs";
import { loadHours, loadPeople, loadSummary, loadVolume } from "./load-figures";

export const metadata: Metadata = { title: "Analytics" };

export default async function Analytics({ searchParams }: PageProps<"/analytics">) {
  const viewer = await requireViewer("analytics");
  const search = readAnalyticsSearch("/analytics", parametersOf(await searchParams));
  const intervals = chosenInterval(search);
  return (
    <AnalyticsFrame title="Analytics" tabs={<FlowsLink search={search} />}>
      <Suspense fallback={<FigureSkeleton title="Metrics" />}>
        <Figures summary={loadSummary(viewer, search)} search={search}>
          <Suspense fallback={<FigureSkeleton title="Conversations over time" />}>
            <VolumeFigure series={loadVolume(viewer, search, intervals.interval)} search={search} {...intervals} />
          </Suspense>
          <Suspense fallback={<FigureSkeleton title="Hours of the week" />}>
            <HoursFigure hours={loadHours(viewer, search)} search={search} />
          </Suspense>
          <Suspense fallback={<FigureSkeleton title="People" />}>
            <PeopleFigure people={loadPeople(viewer, search)} search={search} />
          </Suspense>
        </Figures>
      </Suspense>
    </AnalyticsFrame>
  );
}
