import type { MetricBreakdown } from "@/lib/api/schemas/analytics";
import { type AnalyticsSearch, csvHref } from "./analytics-search";
import { CellNumber } from "./cell-number";
import { Figure } from "./figure";
import { hoursFinding } from "./findings";
import { HiddenNote } from "./hidden-note";
import { HoursChart, hourName } from "./hours-chart";
import { cellsTable } from "./table-classes";
import { days, hoursOfDay } from "./week";

interface HoursFigureProps {
  hours: Promise<MetricBreakdown>;
  search: AnalyticsSearch;
}

/** At which hours of the week conversations started. */
export async function HoursFigure({ hours, search }: HoursFigureProps) {
  const { data } = await hours;
  const groups = new Map(data.map((group) => [group.key, group]));
  return (
    <Figure
      title="Hours of the week"
      finding={hoursFinding(data, search.tz)}
      csv={csvHref("analytics/breakdown", search, { metric: "started", by: "hourOfWeek" })}
      chart={<HoursChart groups={groups} />}
      isWide
      notes={<HiddenNote cells={data.map(({ cell }) => cell)} />}
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">Hour</th>
              {days.map(({ key, short, name }) => (
                <th key={key} scope="col" abbr={name}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursOfDay.map((hour) => (
              <tr key={hour}>
                <th scope="row">{hourName(hour)}</th>
                {days.map(({ key }) => {
                  const group = groups.get(`${key} ${hour}`);
                  return <td key={key}>{group && <CellNumber cell={group.cell} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
