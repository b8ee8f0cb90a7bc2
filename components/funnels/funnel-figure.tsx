import { type AnalyticsSearch, csvHref } from "@/components/analytics/analytics-search";
import { CellNumber } from "@/components/analytics/cell-number";
import { shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { cellsTable } from "@/components/analytics/table-classes";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { FunnelChart } from "./funnel-chart";
import { FunnelControls } from "./funnel-controls";
import { funnelFinding, funnelRows } from "./funnel-words";

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
  const countAt = (place: number) => rows[place]?.cell.value ?? null;
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
            {rows.map(({ place, name, cell, lost }) => (
              <tr key={place} data-step-row={place}>
                <th scope="row" dir="auto" className="max-w-96">
                  {place + 1}. {name}
                </th>
                <td>
                  <CellNumber cell={cell} />
                </td>
                <td>{shareText(cell.value, countAt(0))}</td>
                <td>{place === 0 ? "" : shareText(cell.value, countAt(place - 1))}</td>
                <td>{place === 0 ? "" : (lost?.toLocaleString("en") ?? "–")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
