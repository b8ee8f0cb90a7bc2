import { scaleBand, scaleQuantize } from "d3-scale";
import { classNames } from "@/components/ui/class-names";
import type { MetricBreakdown } from "@/lib/api/schemas/analytics";
import { countOf, countText } from "./count-text";
import { Marks } from "./marks";
import { days, hoursOfDay } from "./week";

const rowHeight = 26;
const height = days.length * rowHeight;

interface HoursChartProps {
  /** By the key of their hour, `mon 9`. */
  groups: ReadonlyMap<string, MetricBreakdown["data"][number]>;
}

/** A row per weekday, a column per hour: the darker, the more conversations. Each number is a link to its conversations. */
export function HoursChart({ groups }: HoursChartProps) {
  const most = Math.max(1, ...[...groups.values()].map(({ cell }) => cell.value ?? 0));
  const shade = scaleQuantize<(typeof shades)[number]>().domain([0, most]).range(shades);
  const x = scaleBand<number>().domain(hoursOfDay).range([0, 100]);
  const [firstKey] = groups.keys();
  return (
    <div className="flex">
      <svg aria-hidden="true" className="h-[206px] w-10 shrink-0 overflow-visible">
        {days.map(({ key, short }, row) => (
          <text key={key} y={row * rowHeight + 17} className="fill-muted text-2xs">
            {short}
          </text>
        ))}
      </svg>
      <div className="min-w-0 flex-1">
        <Marks name="Conversations by weekday and hour">
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name, and each mark its own */}
          <svg className="h-[206px] w-full overflow-visible">
            {days.flatMap(({ key: day, name }, row) =>
              hoursOfDay.map((hour) => {
                const key = `${day} ${hour}`;
                const { cell } = groups.get(key) ?? {};
                const left = x(hour) ?? 0;
                const place = { x: `${left}%`, y: row * rowHeight, width: `${x.bandwidth()}%`, height: rowHeight };
                if (cell === undefined) return <rect key={key} {...place} className={empty} />;
                const { value, conversations } = cell;
                const { box, text } = value === null ? { box: "fill-pane", text: "fill-muted" } : shade(value);
                const label = `${name}, ${hourName(hour)}: ${value === null ? "hidden" : countOf(value, "conversation")}`;
                return (
                  <a
                    key={key}
                    href={`/?${conversations}`}
                    data-mark
                    data-column={hour}
                    tabIndex={key === firstKey ? 0 : -1}
                    aria-label={label}
                    className="group/cell outline-none"
                  >
                    <title>{label}</title>
                    <rect
                      {...place}
                      className={classNames(
                        "stroke-pane group-hover/cell:stroke-text group-focus-visible/cell:stroke-accent group-focus-visible/cell:stroke-2",
                        box,
                      )}
                    />
                    <text
                      x={`${left + x.bandwidth() / 2}%`}
                      y={row * rowHeight + 17}
                      textAnchor="middle"
                      className={classNames("tabular pointer-events-none text-2xs", text)}
                    >
                      {countText(value)}
                    </text>
                  </a>
                );
              }),
            )}
            {hoursOfDay
              .filter((hour) => hour % 3 === 0)
              .map((hour) => (
                <text
                  key={hour}
                  x={`${(x(hour) ?? 0) + x.bandwidth() / 2}%`}
                  y={height + 18}
                  textAnchor="middle"
                  className="tabular fill-muted text-2xs"
                >
                  {hourName(hour)}
                </text>
              ))}
          </svg>
        </Marks>
      </div>
    </div>
  );
}

const empty = "fill-background stroke-pane";

/** From few to many, each with a color of text that is readable on it. */
const shades = [
  { box: "fill-visitor/10", text: "fill-text" },
  { box: "fill-visitor/30", text: "fill-text" },
  { box: "fill-visitor/50", text: "fill-text" },
  { box: "fill-visitor/75", text: "fill-text dark:fill-background" },
  { box: "fill-visitor", text: "fill-background" },
] as const;

/** `09:00` */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
