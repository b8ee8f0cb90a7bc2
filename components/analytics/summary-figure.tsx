import { classNames } from "@/components/ui/class-names";
import type { MetricSummary } from "@/lib/api/schemas/analytics";
import { type AnalyticsSearch, csvHref } from "./analytics-search";
import { cardGroups } from "./card-groups";
import { Figure } from "./figure";
import { summaryFinding } from "./findings";
import { HiddenNote } from "./hidden-note";
import { MetricCard } from "./metric-card";
import { SummaryTable } from "./summary-table";

interface SummaryFigureProps {
  summary: MetricSummary;
  search: AnalyticsSearch;
}

/** A card for each metric, compared with the period before. */
export function SummaryFigure({ summary, search }: SummaryFigureProps) {
  const { metrics, previous } = summary;
  return (
    <Figure
      title="Metrics"
      finding={summaryFinding(summary)}
      csv={csvHref("analytics/summary", search, { compare: "previous" })}
      isPlain
      chart={
        <div className="grid gap-4 @4xl:grid-cols-2">
          {cardGroups.map(({ title, isWide, ids }) => (
            <div key={title} className={isWide ? "@4xl:col-span-2" : ""}>
              <h3 className="mb-1.5 text-xs font-medium text-muted">{title}</h3>
              <ul
                className={classNames(
                  "grid grid-cols-2 overflow-hidden rounded-xl border border-line bg-pane @md:grid-cols-3",
                  isWide && "@4xl:auto-cols-fr @4xl:grid-flow-col @4xl:grid-cols-none",
                )}
              >
                {ids.map((id) => {
                  const cell = metrics[id];
                  return cell && <MetricCard key={id} id={id} cell={cell} before={previous?.[id]} />;
                })}
              </ul>
            </div>
          ))}
        </div>
      }
      notes={
        <>
          <p>In brackets: the 95&nbsp;% confidence interval.</p>
          <HiddenNote cells={Object.values(metrics)} />
        </>
      }
      table={<SummaryTable summary={summary} />}
    />
  );
}
