import { type AnalyticsSearch, csvHref } from "@/components/analytics/analytics-search";
import { Figure } from "@/components/analytics/figure";
import { NoFigures } from "@/components/analytics/no-figures";
import { edgeShares } from "@/components/analytics/own-parameters";
import type { FlowMap } from "@/lib/api/schemas/flows";
import { EdgesTable } from "./edges-table";
import { FlowChart, type FlowPath } from "./flow-chart";
import { FlowControls } from "./flow-controls";
import { flowGraph, readableShare } from "./flow-graph";
import { FlowLegend } from "./flow-legend";
import { titleOf } from "./flow-words";
import { LeftOutNote } from "./left-out-note";
import { type Edited, MapFinding, worstPrompt } from "./map-finding";
import { type Missing, MissingFlow } from "./missing-flow";
import { PromptsTable } from "./prompts-table";

export interface ShownFlow {
  map: FlowMap;
  /** The last edit of the prompt at which most visitors leave. */
  edited: Edited | null;
  path: FlowPath;
}

interface MapFigureProps {
  flow: Promise<ShownFlow | Missing>;
  bot: string;
  search: AnalyticsSearch;
  isMasked: boolean;
}

/** The map of a bot, and the tables with its numbers. */
export async function MapFigure({ flow, bot, search, isMasked }: MapFigureProps) {
  const shown = await flow;
  if ("missing" in shown) return <MissingFlow {...shown} />;
  const { map, edited, path } = shown;
  const { prompts, edges } = map;
  if (prompts.length === 0) return <NoFigures search={search} />;
  const { least: chosen, find = "" } = search.own;
  const least = chosen === undefined ? readableShare(map, edgeShares) : Number(chosen);
  const graph = flowGraph(map, least);
  const found = foundPrompts(map, find);
  return (
    <Figure
      title="Map"
      finding={<MapFinding map={map} edited={edited} bot={bot} search={search} />}
      csv={csvHref(`flows/${encodeURIComponent(bot)}`, search)}
      controls={<FlowControls search={search} least={least} />}
      isTableFirst
      chart={
        <section
          className="overflow-x-auto"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
          tabIndex={0}
          aria-label="Drawing of the map"
        >
          <FlowChart graph={graph} bot={bot} search={search} found={found} path={path} worst={worstPrompt(map)} />
        </section>
      }
      notes={
        <div className="flex flex-col gap-1">
          <FlowLegend />
          <p>
            Lines are as wide as they are used. Below a prompt: a person took over, the conversation was closed, nothing
            followed (silence), or nothing followed yet (pending). What reaches a prompt, what leaves it, and its
            outcomes add up to how often it was shown. A conversation that was shown a prompt twice counts twice; its
            list has it once.
          </p>
          {find !== "" && <p role="status">{foundText(found.size)}</p>}
          {graph.hidden.edges > 0 && (
            <p>
              Not drawn: {graph.hidden.edges} ways and {graph.hidden.prompts} prompts that fewer than {least}&nbsp;% of
              the conversations reached. The table has all.
            </p>
          )}
          <LeftOutNote isMasked={isMasked} />
        </div>
      }
      table={
        <div className="flex flex-col gap-6">
          <PromptsTable prompts={prompts} bot={bot} search={search} found={found} path={path.prompts} />
          <EdgesTable edges={edges} prompts={prompts} />
        </div>
      }
    />
  );
}

function foundPrompts({ prompts, edges }: FlowMap, find: string): ReadonlySet<string> {
  const wanted = find.trim().toLocaleLowerCase();
  if (wanted === "") return new Set();
  const isFound = (text: string | null) => text?.toLocaleLowerCase().includes(wanted) === true;
  const answered = edges.filter(({ answerTitle }) => isFound(answerTitle)).map(({ from }) => from);
  return new Set([...prompts.filter((prompt) => isFound(titleOf(prompt))).map(({ id }) => id), ...answered]);
}

function foundText(count: number): string {
  if (count === 0) return "No prompt contains these words.";
  return count === 1 ? "1 prompt contains these words." : `${count} prompts contain these words.`;
}
