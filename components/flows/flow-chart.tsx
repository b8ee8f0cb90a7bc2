import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { Marks } from "@/components/analytics/marks";
import type { FlowPrompt } from "@/lib/api/schemas/flows";
import { FlowCard } from "./flow-card";
import { FlowEnds } from "./flow-ends";
import type { FlowGraph } from "./flow-graph";
import { promptHref } from "./flow-href";
import { cardHeight, layoutFlow } from "./flow-layout";
import { FlowRibbon, RibbonWords } from "./flow-ribbon";
import { namesOf, originNames } from "./flow-words";
import { FlowPatterns } from "./outcome-fill";

export interface FlowPath {
  prompts: ReadonlySet<string>;
  /** Values of the filter `went`. */
  edges: ReadonlySet<string>;
}

interface FlowChartProps {
  graph: FlowGraph;
  bot: string;
  search: AnalyticsSearch;
  found: ReadonlySet<string>;
  path: FlowPath;
  worst: FlowPrompt | undefined;
}

/** The map: prompts from left to right, lines as wide as they are used, and what leaves downwards. */
export function FlowChart({ graph, bot, search, found, path, worst }: FlowChartProps) {
  const { width, height, scale, nodes, origins, ribbons } = layoutFlow(graph);
  const nameOf = namesOf(nodes.map(({ prompt }) => prompt));
  const promptOf = new Map(nodes.map(({ prompt }) => [prompt.id, prompt]));
  const [first] = nodes;
  return (
    <Marks name="Map of the flow">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name, and each mark its own */}
      <svg width={width} height={height} className="mx-auto max-w-none">
        <FlowPatterns />
        {origins.map(({ kind, count, x, y, width }) => (
          <text
            key={kind}
            x={x + width - 8}
            y={y + cardHeight / 2 + 4}
            textAnchor="end"
            className="tabular fill-text text-sm"
          >
            {`${originNames[kind]} ${count.toLocaleString("en")}`}
          </text>
        ))}
        {ribbons.map((ribbon) => (
          <FlowRibbon
            key={`${ribbon.from}/${ribbon.to}`}
            ribbon={ribbon}
            nameOf={nameOf}
            from={promptOf.get(ribbon.from)}
            path={path.edges}
          />
        ))}
        {ribbons.map((ribbon) => (
          <RibbonWords key={`${ribbon.from}/${ribbon.to}`} ribbon={ribbon} from={promptOf.get(ribbon.from)} />
        ))}
        {nodes.map((node) => {
          const { id } = node.prompt;
          const href = promptHref(search, bot, id);
          return (
            <g key={id}>
              <FlowCard
                node={node}
                href={href}
                isFirst={node === first}
                isFound={found.has(id)}
                isOnPath={path.prompts.has(id)}
                isWorst={worst?.id === id}
              />
              <FlowEnds node={node} search={search} scale={scale} href={href} />
            </g>
          );
        })}
      </svg>
    </Marks>
  );
}
