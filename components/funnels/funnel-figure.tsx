import Link from "next/link";
import { type AnalyticsSearch, csvHref } from "@/components/analytics/analytics-search";
import { shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { cellsTable } from "@/components/analytics/table-classes";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { FunnelChart } from "./funnel-chart";
import { FunnelControls } from "./funnel-controls";
import { funnelFinding, funnelRows, shownCount } from "./funnel-words";

interface FunnelFigureProps {
  result: FunnelResult;
  nameOf: (step: string) => string;
  search: AnalyticsSearch;
  /** Whose conversations are counted. */
  bot: string;
}

/** How many conversations went through each step, as bars and as a table. */
export function FunnelFigure({ result, nameOf, search, bot }: FunnelFigureProps) {
  const rows = funnelRows(result, nameOf);
  const first = rows[0]?.count ?? null;
  const { order = "strict", within } = search.own;
  const counted = { ...search, filters: { ...search.filters, bot: [bot] } };
  return (
    <Figure
      title="Funnel"
      finding={funnelFinding(rows)}
      csv={csvHref("funnels/result", counted, { order, ...(within === undefined ? {} : { within }) })}
      controls={<FunnelControls search={search} />}
      chart={<FunnelChart rows={rows} />}
      isTableFirst
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Conversations</th>
              <th scope="col">Of the first</th>
              <th scope="col">Of the step before</th>
              <th scope="col">Lost</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, name, count, lost, conversations }) => (
              <tr key={place} data-step-row={place}>
                <th scope="row" dir="auto" className="max-w-96">
                  {place + 1}. {name}
                </th>
                <td>
                  {count ? (
                    <Link href={`/?${conversations}`} prefetch={false} className="underline-offset-2 hover:underline">
                      {shownCount(count)}
                    </Link>
                  ) : (
                    <span className="text-muted">{shownCount(count)}</span>
                  )}
                </td>
                <td>{shareText(count, first)}</td>
                <td>{place === 0 ? "" : shareText(count, rows[place - 1]?.count ?? null)}</td>
                <td>{place === 0 ? "" : shownCount(lost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
