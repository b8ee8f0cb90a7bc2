import Link from "next/link";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { CellNumber } from "@/components/analytics/cell-number";
import { countText } from "@/components/analytics/count-text";
import { cellsTable } from "@/components/analytics/table-classes";
import { classNames } from "@/components/ui/class-names";
import type { FlowPrompt } from "@/lib/api/schemas/flows";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { promptHref } from "./flow-href";
import { outcomeHref } from "./flow-links";
import { outcomeNames, titleOf, typeWord } from "./flow-words";

interface PromptsTableProps {
  prompts: readonly FlowPrompt[];
  bot: string;
  search: AnalyticsSearch;
  found: ReadonlySet<string>;
  path: ReadonlySet<string>;
}

/** Each prompt with its outcomes, which add up to how often it was shown. */
export function PromptsTable({ prompts, bot, search, found, path }: PromptsTableProps) {
  return (
    <table className={cellsTable}>
      <caption className="sr-only">Prompts: the outcomes add up to how often each was shown</caption>
      <thead>
        <tr>
          <th scope="col">Prompt</th>
          <th scope="col" className="text-left!">
            Type
          </th>
          <th scope="col">Shown</th>
          {stepOutcomes.map((outcome) => (
            <th key={outcome} scope="col" className="first-letter:uppercase">
              {outcomeNames[outcome]}
            </th>
          ))}
          <th scope="col">Time to answer, median</th>
          <th scope="col">Variants</th>
        </tr>
      </thead>
      <tbody>
        {prompts.map((prompt) => (
          <tr key={prompt.id} data-prompt-row={prompt.id}>
            <th scope="row" dir="auto" className="max-w-80 min-w-44">
              <Link
                href={promptHref(search, bot, prompt.id)}
                prefetch={false}
                className={classNames("underline-offset-2 hover:underline", found.has(prompt.id) && "bg-mark")}
              >
                {titleOf(prompt)}
              </Link>
              {path.has(prompt.id) && <span className="ml-1.5 text-2xs text-accent">on the path</span>}
            </th>
            <td className="text-left! whitespace-nowrap text-muted">{typeWord(prompt.type)}</td>
            <td>
              <Count count={prompt.shown} href={`/?${prompt.conversations}`} />
            </td>
            {stepOutcomes.map((outcome) => (
              <td key={outcome}>
                <Count count={prompt[outcome]} href={outcomeHref(prompt, outcome)} />
              </td>
            ))}
            <td className="whitespace-nowrap">
              <CellNumber cell={prompt.answerTime} unit="duration" />
            </td>
            <td>{prompt.variants.toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountProps {
  count: number | null;
  href: string | null;
}

/** A number of showings, linked to their conversations. */
export function Count({ count, href }: CountProps) {
  if (count === null || count === 0) return <span className="text-muted">{countText(count)}</span>;
  if (href === null) return <>{countText(count)}</>;
  return (
    <Link href={href} prefetch={false} className="underline-offset-2 hover:underline">
      {countText(count)}
    </Link>
  );
}
