import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { NoFigures } from "@/components/analytics/no-figures";
import { funnelHref } from "@/components/flows/flow-href";
import { LeftOutNote } from "@/components/flows/left-out-note";
import { type Missing, MissingFlow } from "@/components/flows/missing-flow";
import { TabLink } from "@/components/flows/tab-link";
import type { FlowMap } from "@/lib/api/schemas/flows";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { FunnelFigure } from "./funnel-figure";
import { FunnelSteps } from "./funnel-steps";
import { stepName } from "./step-names";
import { StepPicker } from "./step-picker";

interface Bot {
  key: string;
  name: string;
}

export interface ShownFunnel {
  /** Those with conversations in the period, by their ids. */
  bots: readonly Bot[];
  /** The bot that is shown, and its prompts and choices; null if there is no bot. */
  bot: string | null;
  map: Pick<FlowMap, "prompts" | "edges">;
  /** Null without steps. */
  result: FunnelResult | Missing | null;
}

interface FunnelPageProps {
  shown: Promise<ShownFunnel | Missing>;
  search: AnalyticsSearch;
  isMasked: boolean;
}

/** A funnel that is made by choosing prompts: how many conversations of a bot went through each of its steps. */
export async function FunnelPage({ shown, search: asked, isMasked }: FunnelPageProps) {
  const found = await shown;
  if ("missing" in found) return <MissingFlow {...found} />;
  const { bots, bot, map, result } = found;
  if (bot === null) return <NoFigures search={asked} />;
  const search = { ...asked, own: { ...asked.own, bot } };
  const nameOf = (step: string) => stepName(step, map);
  return (
    <>
      {bots.length > 1 && <Bots bots={bots} search={search} />}
      {search.steps.length > 0 && <FunnelSteps search={search} nameOf={nameOf} />}
      {result !== null &&
        ("missing" in result ? (
          <MissingFlow {...result} />
        ) : (
          <FunnelFigure result={result} nameOf={nameOf} search={search} bot={bot} />
        ))}
      <StepPicker map={map} search={search} />
      <div className="text-2xs text-muted">
        <LeftOutNote isMasked={isMasked} />
      </div>
    </>
  );
}

/** The bots to choose from. Another bot has other prompts, so the steps are not kept. */
function Bots({ bots, search }: { bots: readonly Bot[]; search: AnalyticsSearch }) {
  return (
    <nav aria-label="Bot" className="-ml-2 flex flex-wrap">
      {bots.map(({ key, name }) => (
        <TabLink key={key} href={funnelHref(search, key)} current={key === search.own.bot ? "true" : undefined}>
          <bdi dir="auto" className="truncate">
            {name}
          </bdi>
        </TabLink>
      ))}
    </nav>
  );
}
