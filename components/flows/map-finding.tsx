import Link from "next/link";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { valueText } from "@/components/analytics/cell-text";
import type { FlowMap, FlowPrompt, FlowPromptDetail } from "@/lib/api/schemas/flows";
import { promptHref } from "./flow-href";
import { outcomeHref } from "./flow-links";
import { titleOf } from "./flow-words";

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

/** Where most visitors leave, and how that changed with the last edit. */
export function MapFinding({ map, edited, bot, search }: MapFindingProps) {
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

/** "14 points more after its text changed on 2 January": null if a number is missing. */
function changeText({ at, before, after }: Edited, tz: string): string | null {
  if (!before.shown || !after.shown || before.abandoned === null || after.abandoned === null) return null;
  const points = Math.round((shareOf(after) - shareOf(before)) * 100);
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: tz }).format(Date.parse(at));
  const size = Math.abs(points);
  const change =
    points === 0 ? "as many" : `${size} ${size === 1 ? "point" : "points"} ${points > 0 ? "more" : "less"}`;
  return `${change} in the week after its text changed on ${day} than in the week before`;
}
