import { countOf, shareText } from "@/components/analytics/count-text";
import type { FlowWiring } from "@/lib/api/schemas/flows";

type Wire = FlowWiring["data"][number];
type Flag = Wire["flags"][number];

/** How many choices look wrong. */
export function wiringFinding(data: readonly Wire[]): string {
  if (data.length === 0) return "The prompts of this period have no choices.";
  const wrong = data.filter(({ flags }) => flags.length > 0).length;
  if (wrong === 0) return `None of the ${data.length} choices looks wrong.`;
  return `${wrong} of ${data.length} choices ${wrong === 1 ? "looks" : "look"} wrong.`;
}

/** What is wrong, in a sentence. */
export function flagText(flag: Flag, { leadsTo }: Pick<Wire, "leadsTo">): string {
  const target = leadsTo === null ? "the same target" : `the target ${leadsTo}`;
  switch (flag) {
    case "neverChosen":
      return "Nobody chose it in at least 200 showings.";
    case "leadsToSeveral":
      return `Choices with ${target} led to different prompts.`;
    case "leadsToSame":
      return `Choices with ${target} always led to the same prompt as those with another target.`;
    case "botSilent":
      return "Mostly, nothing followed: the bot was silent.";
  }
}

/** "Chosen 96 times; then 90 % “Please fill in the details”, 10 % silence" */
export function followedText({ count, next }: Pick<Wire, "count" | "next">, nameOf: (id: string) => string): string {
  if (count === 0) return "Not chosen in this period";
  return `Chosen ${countOf(count, "time")}; then ${waysText({ count, next }, nameOf)}`;
}

/** "90 % “Please fill in the details”, 10 % silence" */
export function waysText({ count, next }: Pick<Wire, "count" | "next">, nameOf: (id: string) => string): string {
  return next.map((one) => `${shareText(one.count, count)} ${quoted(one.to, nameOf)}`).join(", ");
}

const ends: Readonly<Partial<Record<string, string>>> = {
  human: "a person took over",
  closed: "closed",
  silence: "silence",
  pending: "pending",
};

function quoted(to: string, nameOf: (id: string) => string): string {
  return ends[to] ?? `“${nameOf(to)}”`;
}
