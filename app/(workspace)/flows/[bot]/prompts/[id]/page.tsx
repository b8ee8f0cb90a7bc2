import type { Metadata } from "next";
import { loadPrompt } from "@/app/(workspace)/flows/load-flow";
import { parametersOf } from "@/app/parameters-of";
import { requireViewer } from "@/app/require-viewer";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { csvHref, readAnalyticsSearch } from "@/components/analytics/analytics-search";
import { flowHref, promptPath } from "@/components/flows/flow-href";
import { Above, FlowTabs } from "@/components/flows/flow-tabs";
import { titleOf } from "@/components/flows/flow-words";
import { PromptFigures } from "@/components/flows/prompt-figures";
import { can } from "@/lib/access/permissions";
import { nameOfBot } from "@/lib/queries/flows/name-of-bot";

export const metadata: Metadata = { title: "Prompt" };

export default async function Prompt({ params, searchParams }: PageProps<"/flows/[bot]/prompts/[id]">) {
  const viewer = await requireViewer("analytics");
  const given = await params;
  const [bot, id] = [decodeURIComponent(given.bot), decodeURIComponent(given.id)];
  const search = readAnalyticsSearch(promptPath(bot, id), parametersOf(await searchParams));
  const shown = await loadPrompt(viewer, bot, id, search);
  return (
    <AnalyticsFrame
      title={"missing" in shown ? "Prompt" : titleOf(shown.detail.prompt)}
      above={<Above href={flowHref(search, bot)}>{await nameOfBot(viewer, bot)}</Above>}
      tabs={<FlowTabs search={search} bot={bot} current={null} />}
    >
      <PromptFigures
        shown={shown}
        search={search}
        csv={csvHref(`flows/${encodeURIComponent(bot)}/prompts/${encodeURIComponent(id)}`, search)}
        isMasked={!can(viewer, "personal")}
      />
    </AnalyticsFrame>
  );
}
