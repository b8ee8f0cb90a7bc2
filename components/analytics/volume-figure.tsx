import type { Interval } from "@/lib/analytics/intervals";
import type { MetricSeries } from "@/lib/api/schemas/analytics";
import { type AnalyticsSearch, csvHref } from "./analytics-search";
import { CellNumber } from "./cell-number";
import { Figure } from "./figure";
import { volumeFinding } from "./findings";
import { HiddenNote } from "./hidden-note";
import { IntervalLinks } from "./interval-links";
import { intervalName, intervalPhrase, shortIntervalName } from "./interval-names";
import { cellsTable } from "./table-classes";
import { VolumeChart } from "./volume-chart";

interface VolumeFigureProps {
  series: Promise<MetricSeries>;
  search: AnalyticsSearch;
  interval: Interval;
  /** The intervals that suit the period. */
  offered: readonly Interval[];
}

/** When conversations started. */
export async function VolumeFigure({ series, search, interval, offered }: VolumeFigureProps) {
  const { data } = await series;
  const nameOf = intervalName(interval, search.tz);
  const hasPending = data.some(({ cell }) => cell.pending > 0);
  return (
    <Figure
      title="Conversations over time"
      finding={volumeFinding(data, intervalPhrase(interval, search.tz))}
      csv={csvHref("analytics/series", search, { metric: "started", interval })}
      controls={<IntervalLinks search={search} current={interval} offered={offered} />}
      chart={<VolumeChart data={data} nameOf={nameOf} shortNameOf={shortIntervalName(interval, search.tz)} />}
      notes={
        <>
          {hasPending && <p>Hatched: pending, neither closed nor inactive for long enough to count as settled.</p>}
          <HiddenNote cells={data.map(({ cell }) => cell)} />
        </>
      }
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">
                {interval === "hour" ? "Hour" : `${interval.charAt(0).toUpperCase()}${interval.slice(1)}`}
              </th>
              <th scope="col">Conversations</th>
              <th scope="col">Pending</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ from, cell }) => (
              <tr key={from}>
                <th scope="row">{nameOf(from)}</th>
                <td>
                  <CellNumber cell={cell} />
                </td>
                <td>{cell.pending.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
