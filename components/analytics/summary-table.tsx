import { metricOf } from "@/lib/analytics/metrics";
import type { MetricSummary } from "@/lib/api/schemas/analytics";
import { cardGroups } from "./card-groups";
import { CellNumber } from "./cell-number";
import { basisText, changeOf, intervalText } from "./cell-text";
import { cellsTable } from "./table-classes";

/** The cards' numbers as a table, with the definitions. */
export function SummaryTable({ summary: { metrics, previous } }: { summary: MetricSummary }) {
  return (
    <table className={cellsTable}>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Value</th>
          <th scope="col">Based on</th>
          <th scope="col">95&nbsp;% interval</th>
          <th scope="col">Before</th>
          <th scope="col">Change</th>
          <th scope="col">Pending</th>
          <th scope="col" className="text-left!">
            Definition
          </th>
        </tr>
      </thead>
      <tbody>
        {cardGroups
          .flatMap(({ ids }) => ids)
          .map((id) => {
            const { title, unit, definition } = metricOf(id);
            const [cell, before] = [metrics[id], previous?.[id]];
            if (cell === undefined) return null;
            return (
              <tr key={id}>
                <th scope="row" className="whitespace-nowrap">
                  {title}
                </th>
                <td className="whitespace-nowrap">
                  <CellNumber cell={cell} unit={unit} />
                </td>
                <td>{cell.value !== null && basisText(unit, cell)}</td>
                <td className="whitespace-nowrap">{cell.interval && intervalText(cell.interval)}</td>
                <td className="whitespace-nowrap">{before && <CellNumber cell={before} unit={unit} />}</td>
                <td>{changeOf(id, cell, before)?.text}</td>
                <td>{cell.pending.toLocaleString("en")}</td>
                <td className="min-w-60 text-left! text-xs text-muted">{definition}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
