import { choiceOf, titleOf } from "@/components/flows/flow-words";
import type { FlowEdge, FlowMap, FlowPrompt } from "@/lib/api/schemas/flows";

/** A step of a funnel in words, given the prompts and choices of its bot. */
export function stepName(step: string, { prompts, edges }: Pick<FlowMap, "prompts" | "edges">): string {
  if (step === "closed") return "Closed";
  if (step === "handedOver=yes") return "Handed over to a person";
  const mark = step.indexOf("=");
  const [name, value] = [step.slice(0, Math.max(mark, 0)), step.slice(mark + 1)];
  const [id = "", answer] = value.split("/");
  const prompt = prompts.find((one) => one.id === id);
  const title = prompt === undefined ? "a prompt that was not shown in this period" : titleOf(prompt);
  if (name === "asked") return `Shown: ${title}`;
  if (name === "answered") return `Answered: ${title}`;
  if (name !== "chose") return step;
  const choice = edges.find((edge) => edge.from === id && edge.answer === answer);
  return `Chose ${choice === undefined ? "another choice" : choiceOf({ title: choice.answerTitle })}: ${title}`;
}

/** The choices that were taken at a prompt, the most frequent first. */
export function choicesAt(
  { id }: Pick<FlowPrompt, "id">,
  edges: readonly FlowEdge[],
): { answer: string; title: string; count: number }[] {
  const counts = new Map<string, { answer: string; title: string; count: number }>();
  for (const { from, answer, answerTitle, count } of edges) {
    if (from !== id || answer === null) continue;
    const known = counts.get(answer) ?? { answer, title: choiceOf({ title: answerTitle }), count: 0 };
    counts.set(answer, { ...known, count: known.count + count });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
