import Link from "next/link";
import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import { countText } from "@/components/analytics/count-text";
import { titleOf, typeWord } from "@/components/flows/flow-words";
import type { FlowMap } from "@/lib/api/schemas/flows";
import { choicesAt } from "./step-names";

/** As many as the API accepts. */
const mostSteps = 10;

interface StepPickerProps {
  map: Pick<FlowMap, "prompts" | "edges">;
  search: AnalyticsSearch;
}

/** The prompts of the bot, their choices, and how conversations end: each link adds a step. */
export function StepPicker({ map: { prompts, edges }, search }: StepPickerProps) {
  if (search.steps.length >= mostSteps)
    return <p className="text-sm text-muted">A funnel has at most {mostSteps} steps.</p>;
  const add = { search };
  return (
    <section aria-labelledby="add-step" className="rounded-xl border border-line bg-pane px-4 pt-3 pb-4">
      <h2 id="add-step" className="text-sm font-medium">
        {search.steps.length === 0 ? "Choose the first step" : "Add a step"}
      </h2>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <AddStep {...add} step="handedOver=yes" label="Handed over to a person" />
        <AddStep {...add} step="closed" label="Closed" />
      </div>
      <ul className="mt-2 divide-y divide-line">
        {prompts.map((prompt) => {
          const { id, type, shown } = prompt;
          const title = titleOf(prompt);
          const choices = choicesAt(prompt, edges);
          return (
            <li key={id} data-pick={id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
              <span className="min-w-48 flex-1">
                <bdi dir="auto" className="block text-sm break-words">
                  {title}
                </bdi>
                <span className="text-2xs text-muted">
                  {typeWord(type)} · shown {countText(shown)} {shown === 1 ? "time" : "times"}
                </span>
              </span>
              <span className="flex flex-wrap gap-1.5">
                <AddStep {...add} step={`asked=${id}`} label="Shown" about={title} />
                <AddStep {...add} step={`answered=${id}`} label="Answered" about={title} />
              </span>
              {choices.length > 0 && (
                <details className="w-full text-sm">
                  <summary className="w-fit cursor-pointer text-xs text-muted hover:text-text">
                    {choices.length === 1 ? "1 choice" : `${choices.length} choices`}
                  </summary>
                  <div className="mt-1.5 flex flex-wrap gap-1.5">
                    {choices.map((choice) => (
                      <AddStep
                        key={choice.answer}
                        {...add}
                        step={`chose=${id}/${choice.answer}`}
                        label={choice.title}
                        about={title}
                      />
                    ))}
                  </div>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface AddStepProps {
  search: AnalyticsSearch;
  step: string;
  label: string;
  /** The prompt's title, for screen readers. */
  about?: string;
}

function AddStep({ search, step, label, about }: AddStepProps) {
  return (
    <Link
      href={analyticsHref({ ...search, steps: [...search.steps, step] })}
      prefetch={false}
      scroll={false}
      className="flex min-h-7 max-w-80 items-center rounded-md border border-line px-2 text-xs hover:border-line-strong hover:bg-hover coarse:min-h-10"
    >
      <span className="sr-only">Add </span>
      <bdi dir="auto" className="truncate">
        {label}
      </bdi>
      {about !== undefined && <span className="sr-only">: {about}</span>}
    </Link>
  );
}
