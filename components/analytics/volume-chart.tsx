import { scaleBand, scaleLinear } from "d3-scale";
import { classNames } from "@/components/ui/class-names";
import type { MetricSeries } from "@/lib/api/schemas/analytics";
import { countOf } from "./count-text";
import { Marks } from "./marks";

const height = 180;
const mostLabels = 7;

interface VolumeChartProps {
  data: MetricSeries["data"];
  nameOf: (from: string) => string;
  shortNameOf: (from: string) => string;
}

/** One bar per interval, its pending part hatched; each is a link to its conversations. Positions are percentages of the width. */
export function VolumeChart({ data, nameOf, shortNameOf }: VolumeChartProps) {
  const most = Math.max(1, ...data.map(({ cell }) => cell.value ?? 0));
  const y = scaleLinear().domain([0, most]).nice(4).range([height, 0]);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const x = scaleBand<number>().domain(data.keys()).range([0, 100]).paddingInner(0.25).paddingOuter(0.1);
  const every = Math.ceil(data.length / mostLabels);
  return (
    <div className="flex pt-2">
      <svg aria-hidden="true" className="h-[202px] w-9 shrink-0 overflow-visible">
        {ticks.map((tick) => (
          <text key={tick} x="28" y={y(tick) + 4} textAnchor="end" className="tabular fill-muted text-2xs">
            {tick.toLocaleString("en")}
          </text>
        ))}
      </svg>
      <div className="min-w-0 flex-1">
        <Marks name="Conversations over time">
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name, and each mark its own */}
          <svg className="h-[202px] w-full overflow-visible">
            <defs>
              <pattern id="pending" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="5" height="5" className="fill-visitor-soft" />
                <line x1="1" x2="1" y2="5" strokeWidth="2" className="stroke-visitor" />
              </pattern>
            </defs>
            {ticks.map((tick) => (
              <line key={tick} x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
            ))}
            {data.map(({ from, cell: { value, pending, conversations } }, place) => {
              const [left, width] = [`${x(place)}%`, `${x.bandwidth()}%`];
              const settled = Math.max(0, (value ?? 0) - pending);
              const name =
                value === null
                  ? `${nameOf(from)}: hidden`
                  : `${nameOf(from)}: ${countOf(value, "conversation")}${pending > 0 ? `, ${pending.toLocaleString("en")} pending` : ""}`;
              return (
                <a
                  key={from}
                  href={`/?${conversations}`}
                  data-mark
                  tabIndex={place === 0 ? 0 : -1}
                  aria-label={name}
                  className="group/bar outline-none"
                >
                  <title>{name}</title>
                  <rect
                    x={left}
                    width={width}
                    height={height}
                    className="fill-transparent group-hover/bar:fill-hover group-focus-visible/bar:fill-accent-soft group-focus-visible/bar:stroke-accent"
                  />
                  <rect x={left} width={width} y={y(settled)} height={height - y(settled)} className="fill-visitor" />
                  {pending > 0 && (
                    <rect
                      x={left}
                      width={width}
                      y={y(value ?? 0)}
                      height={y(settled) - y(value ?? 0)}
                      fill="url(#pending)"
                    />
                  )}
                  {value === null && (
                    <line
                      x1={left}
                      x2={`${(x(place) ?? 0) + x.bandwidth()}%`}
                      y1={height - 3}
                      y2={height - 3}
                      strokeWidth="2"
                      strokeDasharray="2 3"
                      className="stroke-muted"
                    />
                  )}
                </a>
              );
            })}
            {data.map(
              ({ from }, place) =>
                place % every === 0 && (
                  <text
                    key={from}
                    x={`${(x(place) ?? 0) + x.bandwidth() / 2}%`}
                    y={height + 18}
                    textAnchor="middle"
                    className={classNames(
                      "tabular fill-muted text-2xs",
                      place % (2 * every) !== 0 && "hidden @md:inline",
                    )}
                  >
                    {shortNameOf(from)}
                  </text>
                ),
            )}
          </svg>
        </Marks>
      </div>
    </div>
  );
}
