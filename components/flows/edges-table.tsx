import { shareText } from "@/components/analytics/count-text";
import { cellsTable } from "@/components/analytics/table-classes";
import type { FlowEdge, FlowPrompt } from "@/lib/api/schemas/flows";
import { edgeName } from "@/lib/filters/definitions/flow/went";
import { formatDuration } from "@/lib/time/duration";
import { answerOf, namesOf } from "./flow-words";
import { Count } from "./prompts-table";

interface EdgesTableProps {
  edges: readonly FlowEdge[];
  prompts: readonly FlowPrompt[];
  /** On a prompt's page, all edges begin at it. */
  isOfOne?: boolean;
}

/** The ways from prompts: the answer, what came next, how often, and after how long. */
export function EdgesTable({ edges, prompts, isOfOne = false }: EdgesTableProps) {
  const nameOf = namesOf(prompts);
  const shown = new Map(prompts.map((prompt) => [prompt.id, prompt.shown]));
  return (
    <table className={cellsTable}>
      <caption className="sr-only">Ways from one prompt to the next</caption>
      <thead>
        <tr>
          {!isOfOne && <th scope="col">From</th>}
          <th scope="col" className="text-left!">
            Answer
          </th>
          <th scope="col" className="text-left!">
            To
          </th>
          <th scope="col">Times</th>
          <th scope="col">Share</th>
          <th scope="col">Time to answer, median</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={edgeName(edge)} data-edge-row={edgeName(edge)}>
            {!isOfOne && (
              <th scope="row" dir="auto" className="max-w-64 min-w-36">
                {nameOf(edge.from, "from")}
              </th>
            )}
            <td dir="auto" className="text-left!">
              {edge.answer === null ? <span className="text-muted">no choice</span> : answerOf(edge)}
            </td>
            <td dir="auto" className="max-w-64 text-left!">
              {nameOf(edge.to, "to")}
            </td>
            <td>
              <Count count={edge.count} href={`/?${edge.conversations}`} />
            </td>
            <td>{shown.has(edge.from) ? shareText(edge.count, shown.get(edge.from) ?? null) : ""}</td>
            <td className="whitespace-nowrap">{edge.medianMs === null ? "" : formatDuration(edge.medianMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
