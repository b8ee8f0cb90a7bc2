import { countOf, countText, shareText } from "@/components/analytics/count-text";
import { Marks } from "@/components/analytics/marks";
import { cutTo } from "@/components/flows/flow-words";
import type { FunnelRow } from "./funnel-words";

const rowHeight = 46;
const barHeight = 18;
/** So many letters fit above a bar of a phone. */
const mostLetters = 60;

/** One bar per step; its pale end are the conversations that were lost since the step before. Each leads to its conversations. */
export function FunnelChart({ rows }: { rows: readonly FunnelRow[] }) {
  const first = rows[0]?.cell.value ?? 0;
  const widthOf = (count: number) => `${first === 0 ? 0 : (count / first) * 100}%`;
  return (
    <Marks name="Funnel">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name, and each mark its own */}
      <svg className="w-full overflow-visible" height={rows.length * rowHeight}>
        {rows.map(({ place, name, cell: { value: count, conversations }, lost }) => {
          const y = place * rowHeight;
          const told = count === null ? "hidden" : `${countOf(count, "conversation")}, ${shareText(count, first)}`;
          const numbers = count === null ? "hidden" : `${countText(count)} · ${shareText(count, first)}`;
          return (
            <a
              key={place}
              href={`/?${conversations}`}
              data-mark
              data-step={place}
              tabIndex={place === 0 ? 0 : -1}
              aria-label={`${place + 1}. ${name}: ${told}`}
              className="group/step outline-none"
            >
              <title>{`${name}: ${told}`}</title>
              <text y={y + 14} className="fill-text text-xs">
                {place + 1}. {cutTo(name, mostLetters)}
              </text>
              <text x="100%" y={y + 14} textAnchor="end" className="tabular fill-muted text-xs">
                {numbers}
              </text>
              <rect y={y + 20} width="100%" height={barHeight} className="fill-transparent" />
              <rect y={y + 20} width={widthOf((count ?? 0) + (lost ?? 0))} height={barHeight} className="fill-line" />
              <rect
                y={y + 20}
                width={widthOf(count ?? 0)}
                height={barHeight}
                className="fill-visitor group-hover/step:stroke-text group-focus-visible/step:stroke-accent group-focus-visible/step:stroke-2"
              />
            </a>
          );
        })}
      </svg>
    </Marks>
  );
}
