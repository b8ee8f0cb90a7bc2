import type { ReactNode } from "react";
import { RebuildProgress } from "@/components/settings/rebuild-progress";
import { EmptyState } from "@/components/ui/empty-state";
import { reasons } from "@/lib/analytics/reasons";
import type { MetricSummary } from "@/lib/api/schemas/analytics";
import type { AnalyticsSearch } from "./analytics-search";
import { NoFigures } from "./no-figures";
import { PeriodLine } from "./period-line";
import { SummaryFigure } from "./summary-figure";

interface FiguresProps {
  /** The metrics, or why they cannot be shown. */
  summary: Promise<MetricSummary | { refused: string }>;
  search: AnalyticsSearch;
  /** The figures below the cards. */
  children: ReactNode;
}

/** The cards and the other figures; or what is missing for them. */
export async function Figures({ summary: coming, search, children }: FiguresProps) {
  const summary = await coming;
  if ("refused" in summary) return <EmptyState title={summary.refused} heading="h2" />;
  const { started } = summary.metrics;
  if (started?.value === 0) return <NoFigures search={search} />;
  if (started?.reason === reasons.rebuilding) {
    return (
      <>
        <EmptyState title={reasons.rebuilding} heading="h2">
          An update changed what is counted of each conversation. The metrics have values again when the rebuild ends.
        </EmptyState>
        <RebuildProgress />
      </>
    );
  }
  return (
    <>
      <PeriodLine summary={summary} />
      <SummaryFigure summary={summary} search={search} />
      {children}
    </>
  );
}
