import type { StepTest } from "@/lib/filters/kinds/condition";
import { isOrigin } from "@/lib/filters/kinds/flow-ends";
import { stepFilter } from "@/lib/filters/kinds/step-filter";

export const went = stepFilter({
  label: "Went",
  help: "an edge of a flow: from/answer/to",
  description: "An edge of `GET /flows/{bot}`: `from`, `answer` (may be empty) and `to`.",
  form: "<from>/<answer>/<to>",
  read: ([from = "", answer, to = "", ...more]): StepTest | null => {
    if (from === "" || answer === undefined || to === "" || more.length > 0) return null;
    return isOrigin(from) ? { cameFrom: from, prompt: to } : { prompt: from, answer, to };
  },
});

/** The value that matches an edge. */
export function edgeName({ from, answer, to }: { from: string; answer: string | null; to: string }): string {
  return `${from}/${answer ?? ""}/${to}`;
}
