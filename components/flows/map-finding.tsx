import Link from "next/link";
import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import { valueText } from "@/components/analytics/cell-text";
import { pointsText } from "@/components/analytics/change-words";
import type { FlowMap, FlowPrompt, FlowPromptDetail } from "@/lib/api/schemas/flows";
import { promptHref } from "./flow-href";
import { outcomeHref } from "./flow-links";
import { titleOf } from "./flow-words";
import { shareChange } from "./share-change";

export type Edited = FlowPromptDetail["edits"][number];

/** A share of fewer showings says little. */
const fewestShowings = 30;

/** The prompt at which the largest share of visitors leaves, of those that were shown often enough. */
export function worstPrompt({ prompts }: FlowMap): FlowPrompt | undefined {
  const often = prompts.filter(({ shown }) => (shown ?? 0) >= fewestShowings);
  const [worst] = often.toSorted((a, b) => shareOf(b) - shareOf(a));
  return worst !== undefined && shareOf(worst) > 0 ? worst : undefined;
}

function shareOf({ abandoned, shown }: Pick<FlowPrompt, "abandoned" | "shown">): number {
  return abandoned === null || shown === null || shown === 0 ? 0 : abandoned / shown;
}

interface MapFindingProps {
  map: FlowMap;
  edited: Edited | null;
  bot: string;
  search: AnalyticsSearch;
}

/** Where most visitors leave, and how that changed with the last edit; and whose path is shown. */
export function MapFinding({ search, ...more }: MapFindingProps) {
  const { path, ...own } = search.own;
  return (
    <>
      <WorstFinding search={search} {...more} />
      {path !== undefined && (
        <>
          {" "}
          Outlined: the path of{" "}
          <Link
            href={`/conversations/${encodeURIComponent(path)}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            a conversation
          </Link>{" "}
          (
          <Link href={analyticsHref({ ...search, own })} prefetch={false} className="underline underline-offset-2">
            hide
          </Link>
          ).
        </>
      )}
    </>
  );
}

function WorstFinding({ map, edited, bot, search }: MapFindingProps) {
  const worst = worstPrompt(map);
  if (worst === undefined) return <>No prompt that was shown at least {fewestShowings} times was abandoned.</>;
  const change = edited === null ? null : changeText(edited, search.tz);
  return (
    <>
      <Link
        href={outcomeHref(worst, "abandoned")}
        prefetch={false}
        className="font-medium text-warning underline-offset-2 hover:underline"
      >
        {valueText("share", shareOf(worst))} of visitors leave at “<bdi>{titleOf(worst)}</bdi>”
      </Link>
      {change === null ? (
        ", more than at any other prompt."
      ) : (
        <>
          , {change}.{" "}
          <Link
            href={`${promptHref(search, bot, worst.id)}#edits`}
            prefetch={false}
            className="underline underline-offset-2"
          >
            Compare the weeks before and after
          </Link>
        </>
      )}
    </>
  );
}

/** "14 points more in the week after its text changed on 2 January": null if nothing changed or a number is missing. */
function changeText({ at, before, after }: Edited, tz: string): string | null {
  const change = shareChange(before, after, "abandoned");
  if (change === null || change.points === 0) return null;
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: tz }).format(Date.parse(at));
  return `${pointsText(change.points)} in the week after its text changed on ${day} than in the week before`;
}
