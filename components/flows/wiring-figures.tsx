import Link from "next/link";
import { type AnalyticsSearch, csvHref } from "@/components/analytics/analytics-search";
import { Figure } from "@/components/analytics/figure";
import { NoFigures } from "@/components/analytics/no-figures";
import { cellsTable } from "@/components/analytics/table-classes";
import type { FlowPrompt, FlowWiring } from "@/lib/api/schemas/flows";
import { promptHref } from "./flow-href";
import { choiceOf, namesOf } from "./flow-words";
import { LeftOutNote } from "./left-out-note";
import { type Missing, MissingFlow } from "./missing-flow";
import { Count } from "./prompts-table";
import { flagText, followedText, waysText, wiringFinding } from "./wiring-words";

export interface ShownWiring {
  wiring: FlowWiring;
  /** The prompts of the bot, for the names of those that follow. */
  prompts: readonly FlowPrompt[];
}

interface WiringFiguresProps {
  shown: Promise<ShownWiring | Missing>;
  bot: string;
  search: AnalyticsSearch;
  isMasked: boolean;
}

/** What looks wrong with the choices of a bot, and all of them with what really followed. */
export async function WiringFigures({ shown: coming, bot, search, isMasked }: WiringFiguresProps) {
  const shown = await coming;
  if ("missing" in shown) return <MissingFlow {...shown} />;
  const { wiring, prompts } = shown;
  const { data } = wiring;
  if (prompts.length === 0) return <NoFigures search={search} />;
  const names = namesOf(prompts);
  const nameOf = (id: string) => names(id, "to");
  const flagged = data.filter(({ flags }) => flags.length > 0);
  const given = {
    csv: csvHref(`flows/${encodeURIComponent(bot)}/wiring`, search),
    notes: <LeftOutNote isMasked={isMasked} />,
  };
  return (
    <>
      <Figure
        {...given}
        title="Looks wrong"
        finding={wiringFinding(data)}
        table={
          flagged.length > 0 && (
            <ul className="flex flex-col gap-3">
              {flagged.map((wire) => (
                <li key={`${wire.prompt}/${wire.answer}`} data-wire={wire.answer} className="text-sm text-pretty">
                  <p>
                    <bdi className="font-medium">{choiceOf(wire)}</bdi> <span className="text-muted">at</span>{" "}
                    <Link
                      href={promptHref(search, bot, wire.prompt)}
                      prefetch={false}
                      className="underline-offset-2 hover:underline"
                    >
                      “<bdi>{nameOf(wire.prompt)}</bdi>”
                    </Link>
                  </p>
                  {wire.flags.map((flag) => (
                    <p key={flag} className="text-warning">
                      {flagText(flag, wire)}
                    </p>
                  ))}
                  <p className="text-muted">{followedText(wire, nameOf)}</p>
                </li>
              ))}
            </ul>
          )
        }
      />
      <Figure
        {...given}
        title="All choices"
        finding="Where each choice should lead, as the bot sent it, and what really followed."
        table={
          data.length > 0 && (
            <table className={cellsTable}>
              <thead>
                <tr>
                  <th scope="col">Prompt</th>
                  <th scope="col" className="text-left!">
                    Choice
                  </th>
                  <th scope="col" className="text-left!">
                    Should lead to
                  </th>
                  <th scope="col">Chosen</th>
                  <th scope="col" className="text-left!">
                    What followed
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((wire) => (
                  <tr key={`${wire.prompt}/${wire.answer}`}>
                    <th scope="row" dir="auto" className="max-w-56 min-w-36">
                      {nameOf(wire.prompt)}
                    </th>
                    <td dir="auto" className="text-left!">
                      {choiceOf(wire)}
                    </td>
                    <td className="text-left! font-mono text-xs">
                      {wire.leadsTo ?? <span className="font-sans text-muted">not given</span>}
                    </td>
                    <td>
                      <Count count={wire.count} href={`/?${wire.conversations}`} />
                    </td>
                    <td className="min-w-56 text-left!">{waysText(wire, nameOf)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      />
    </>
  );
}
