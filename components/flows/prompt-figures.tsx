import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { FlowPrompt, FlowPromptDetail } from "@/lib/api/schemas/flows";
import { AnswersFigure } from "./answers-figure";
import { EditsFigure } from "./edits-figure";
import { LeftOutNote } from "./left-out-note";
import { type Missing, MissingFlow } from "./missing-flow";
import { NextFigure } from "./next-figure";
import { OutcomesFigure } from "./outcomes-figure";
import { VariantsFigure } from "./variants-figure";

export interface ShownPrompt {
  detail: FlowPromptDetail;
  /** The prompts of the bot, for the names of those that follow. */
  prompts: readonly FlowPrompt[];
}

export interface PromptFigureProps {
  detail: FlowPromptDetail;
  search: AnalyticsSearch;
  /** The address of the numbers as a CSV file. */
  csv: string;
}

interface PromptFiguresProps {
  shown: ShownPrompt | Missing;
  search: AnalyticsSearch;
  csv: string;
  isMasked: boolean;
}

/** What became of a prompt, what was answered, what followed, and how its text changed. */
export function PromptFigures({ shown, search, csv, isMasked }: PromptFiguresProps) {
  if ("missing" in shown) return <MissingFlow {...shown} />;
  const { detail, prompts } = shown;
  const given = { detail, search, csv };
  return (
    <>
      <OutcomesFigure {...given} />
      <AnswersFigure {...given} />
      <NextFigure {...given} prompts={prompts} />
      <VariantsFigure {...given} />
      <EditsFigure {...given} />
      <div className="text-2xs text-muted">
        <LeftOutNote isMasked={isMasked} />
      </div>
    </>
  );
}
