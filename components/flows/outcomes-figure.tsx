import { countText, shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { HiddenNote } from "@/components/analytics/hidden-note";
import { Marks } from "@/components/analytics/marks";
import { cellsTable } from "@/components/analytics/table-classes";
import { classNames } from "@/components/ui/class-names";
import type { FlowPrompt } from "@/lib/api/schemas/flows";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { FlowLegend } from "./flow-legend";
import { outcomeHref } from "./flow-links";
import { outcomeNames } from "./flow-words";
import { FlowPatterns, outcomeFill } from "./outcome-fill";
import type { PromptFigureProps } from "./prompt-figures";
import { Count } from "./prompts-table";

/** What became of all showings of a prompt. */
export function OutcomesFigure({ detail: { prompt }, csv }: PromptFigureProps) {
  const { shown, answered } = prompt;
  return (
    <Figure
      title="Outcomes"
      finding={`Shown ${countText(shown)} times, answered ${countText(answered)} times (${shareText(answered, shown)}).`}
      csv={csv}
      chart={<OutcomesChart prompt={prompt} />}
      notes={
        <div className="flex flex-col gap-1">
          <FlowLegend />
          <p>The outcomes add up to how often the prompt was shown.</p>
          <HiddenNote cells={[]} counts={[shown, ...stepOutcomes.map((outcome) => prompt[outcome])]} />
        </div>
      }
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">Times</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {stepOutcomes.map((outcome) => (
              <tr key={outcome}>
                <th scope="row" className="first-letter:uppercase">
                  {outcomeNames[outcome]}
                </th>
                <td>
                  <Count count={prompt[outcome]} href={outcomeHref(prompt, outcome)} />
                </td>
                <td>{shareText(prompt[outcome], shown)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Shown</th>
              <td>
                <Count count={shown} href={`/?${prompt.conversations}`} />
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      }
    />
  );
}

function OutcomesChart({ prompt }: { prompt: FlowPrompt }) {
  const shown = prompt.shown ?? 0;
  const present = stepOutcomes.filter((outcome) => (prompt[outcome] ?? 0) > 0);
  let left = 0;
  return (
    <Marks name="Outcomes">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name, and each mark its own */}
      <svg className="h-7 w-full overflow-visible">
        <FlowPatterns />
        {present.map((outcome, place) => {
          const count = prompt[outcome] ?? 0;
          const part = { x: `${left}%`, width: `${shown === 0 ? 0 : (count / shown) * 100}%` };
          left += shown === 0 ? 0 : (count / shown) * 100;
          const label = `${count.toLocaleString("en")} ${outcomeNames[outcome]}, ${shareText(count, prompt.shown)}`;
          return (
            <a
              key={outcome}
              href={outcomeHref(prompt, outcome)}
              data-mark
              tabIndex={place === 0 ? 0 : -1}
              aria-label={label}
              className="group/part outline-none"
            >
              <title>{label}</title>
              <rect
                {...part}
                height="28"
                fill={outcomeFill[outcome].fill}
                className={classNames(
                  outcomeFill[outcome].className,
                  "stroke-pane group-hover/part:stroke-text group-focus-visible/part:stroke-accent group-focus-visible/part:stroke-2",
                )}
              />
            </a>
          );
        })}
      </svg>
    </Marks>
  );
}
