import { Figure } from "@/components/analytics/figure";
import type { FlowPrompt } from "@/lib/api/schemas/flows";
import { EdgesTable } from "./edges-table";
import { totalOf } from "./flow-graph";
import { namesOf } from "./flow-words";
import type { PromptFigureProps } from "./prompt-figures";

/** What came after the prompt, by its answers. */
export function NextFigure({
  detail: { next, prompt },
  csv,
  prompts,
}: PromptFigureProps & { prompts: readonly FlowPrompt[] }) {
  const [first] = [...Map.groupBy(next, ({ to }) => to)]
    .map(([to, edges]) => ({ to, count: totalOf(edges) }))
    .sort((a, b) => b.count - a.count);
  return (
    <Figure
      title="What follows"
      finding={
        first === undefined
          ? "No numbers to show for what followed."
          : `Mostly (${first.count.toLocaleString("en")} times), this followed: ${namesOf(prompts)(first.to, "to")}.`
      }
      csv={csv}
      notes={<p>A person: a person or team took over. Silence: nothing followed, and the conversation is settled.</p>}
      table={next.length > 0 && <EdgesTable edges={next} prompts={[prompt, ...prompts]} isOfOne />}
    />
  );
}
