import { Workflow } from "lucide-react";
import Link from "next/link";
import { type AnalyticsSearch, csvHref } from "@/components/analytics/analytics-search";
import { CellNumber } from "@/components/analytics/cell-number";
import { countText, shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { HiddenNote } from "@/components/analytics/hidden-note";
import { NoFigures } from "@/components/analytics/no-figures";
import { cellsTable } from "@/components/analytics/table-classes";
import { EmptyState } from "@/components/ui/empty-state";
import type { FlowList } from "@/lib/api/schemas/flows";
import { botsFinding } from "./flow-findings";
import { flowHref } from "./flow-href";
import { type Missing, MissingFlow } from "./missing-flow";

interface BotsFigureProps {
  flows: Promise<FlowList | Missing>;
  search: AnalyticsSearch;
}

/** The bots with conversations in the period. Each leads to its map. */
export async function BotsFigure({ flows, search }: BotsFigureProps) {
  const found = await flows;
  if ("missing" in found) return <MissingFlow {...found} />;
  const { data } = found;
  if (data.length === 0) return <NoFigures search={search} />;
  if (data.every(({ shown }) => shown === 0)) return <NoPrompts />;
  return (
    <Figure
      title="Bots"
      finding={botsFinding(data)}
      csv={csvHref("flows", search)}
      notes={
        <HiddenNote
          cells={data.flatMap(({ conversations, handedOver, abandoned }) => [conversations, handedOver, abandoned])}
          counts={data.flatMap(({ shown, answered }) => [shown, answered])}
        />
      }
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">Bot</th>
              <th scope="col">Conversations</th>
              <th scope="col">Prompts shown</th>
              <th scope="col">Answered</th>
              <th scope="col">Handed over</th>
              <th scope="col">Abandoned</th>
            </tr>
          </thead>
          <tbody>
            {data.map((bot) => (
              <tr key={bot.id} data-bot={bot.id}>
                <th scope="row" dir="auto" className="max-w-64 truncate">
                  <Link
                    href={flowHref(search, bot.id)}
                    prefetch={false}
                    className="font-medium underline-offset-2 hover:underline"
                  >
                    {bot.name}
                  </Link>
                </th>
                <td>
                  <CellNumber cell={bot.conversations} />
                </td>
                <td>{countText(bot.shown)}</td>
                <td>{shareText(bot.answered, bot.shown)}</td>
                <td>
                  <CellNumber cell={bot.handedOver} unit="share" />
                </td>
                <td>
                  <CellNumber cell={bot.abandoned} unit="share" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function NoPrompts() {
  return (
    <EmptyState icon={<Workflow />} title="No bot asked anything in this period" heading="h2">
      A flow begins with a message of a bot that expects an answer: buttons, a form, a list, or a question whose answer
      is set as a variable.
    </EmptyState>
  );
}
