import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { shareText } from "@/components/analytics/count-text";
import { classNames } from "@/components/ui/class-names";
import type { FlowEdge } from "@/lib/api/schemas/flows";
import { totalOf } from "./flow-graph";
import { cardHeight, lineWidth, type PlacedNode } from "./flow-layout";
import { edgesHref } from "./flow-links";
import { endNames, endPhrases, titleOf } from "./flow-words";
import { endFill } from "./outcome-fill";

interface FlowEndsProps {
  node: PlacedNode;
  search: AnalyticsSearch;
  scale: number;
  /** The page of the prompt, which lists all ways. */
  href: string;
}

const slot = 46;
const depth = 22;

/** What leaves a prompt downwards: to a person, closed, into silence, pending, or on ways that are not drawn. */
export function FlowEnds({ node: { prompt, ends, rare, x, y }, search, scale, href }: FlowEndsProps) {
  const title = titleOf(prompt);
  const drops = ends.map(({ kind, edges, count }) => ({
    ...{ kind, count, name: endNames[kind], href: edgesHref(edges, search) ?? href },
    label: `After ${title}, ${endPhrases[kind]}: ${count.toLocaleString("en")}, ${shareText(count, prompt.shown)}`,
  }));
  const all = [...drops, ...(rare.length > 0 ? [rareDrop(rare, title, edgesHref(rare, search) ?? href)] : [])];
  return (
    <g transform={`translate(${x} ${y + cardHeight})`}>
      {all.map(({ kind, count, name, href, label }, place) => {
        const width = lineWidth(count, scale);
        const middle = place * slot + slot / 2;
        return (
          <a
            key={kind}
            href={href}
            data-mark
            data-end={kind}
            tabIndex={-1}
            aria-label={label}
            className="group/end outline-none"
          >
            <title>{label}</title>
            <rect x={place * slot} y="2" width={slot} height="54" className="fill-transparent" />
            <rect
              x={middle - width / 2}
              y="1"
              width={width}
              height={depth}
              fill={endFill[kind].fill}
              className={classNames(
                endFill[kind].className,
                "group-hover/end:stroke-text group-focus-visible/end:stroke-accent group-focus-visible/end:stroke-2",
              )}
            />
            <text
              x={middle}
              y={depth + 13}
              textAnchor="middle"
              className="tabular fill-text text-2xs group-hover/end:underline"
            >
              {count.toLocaleString("en")}
            </text>
            <text x={middle} y={depth + 26} textAnchor="middle" className="fill-muted text-2xs">
              {name}
            </text>
          </a>
        );
      })}
    </g>
  );
}

/** The rest of a prompt, so that the widths of what leaves it add up. */
function rareDrop(edges: readonly FlowEdge[], title: string, href: string) {
  const count = totalOf(edges);
  return {
    kind: "rare" as const,
    count,
    name: "rare",
    href,
    label: `After ${title}, rare ways: ${count.toLocaleString("en")}`,
  };
}
