import type { KnownConversation, KnownStep } from "@/lib/filters/known-conversation";
import { readText } from "@/lib/filters/values/read-value";
import type { StepTest } from "./condition";
import type { FilterDefinition } from "./filter-definition";
import { listFilter } from "./list-filter";

type StepInput = Pick<FilterDefinition, "label" | "help" | "description"> & {
  /** The form of a value: `<prompt>/<answer>`. */
  form: string;
  /** What a value asks of a prompt that was shown; null if it has another form. */
  read: (parts: readonly string[]) => StepTest | null;
};

const example = "Jk1x5mWn0fRzQ3aB";

/** A filter by what became of the prompts of a flow, which have the ids of `GET /flows/{bot}`. */
export function stepFilter({ form, read, ...words }: StepInput) {
  const testOf = (value: string) => read(value.split("/"));
  return listFilter({
    ...words,
    example: form
      .replace(/ or .*/, "")
      .replace("<prompt>", example)
      .replace("<from>", example)
      .replace(/<[^>]*>/g, "x"),
    isNegatable: true,
    hasAll: true,
    isExact: true,
    read: (text) => {
      const given = readText(text);
      return "problem" in given || testOf(given.value) !== null ? given : { problem: `must be ${form}` };
    },
    condition: (value) => ({ kind: "step", test: testOf(value) ?? {} }),
    matches: ({ steps, ...conversation }: KnownConversation, value) => {
      const test = testOf(value);
      return test !== null && steps.some((step) => passes(step, test, conversation));
    },
  });
}

/** A naive evaluation. */
function passes(
  { outcome, answer, cameFrom, ...step }: KnownStep,
  test: StepTest,
  { status, isIdle }: Pick<KnownConversation, "status" | "isIdle">,
): boolean {
  const isSettled = status === "closed" || isIdle;
  const known = outcome === "open" ? (isSettled ? "abandoned" : "pending") : outcome;
  const to = step.to === "open" ? (isSettled ? "silence" : "pending") : step.to;
  const isOf = (ids: readonly string[] | string, id: string | undefined) => id === undefined || ids.includes(id);
  return (
    isOf(step.prompt, test.prompt) &&
    (test.outcome === undefined || test.outcome === known) &&
    (test.answer === undefined || test.answer === (answer ?? "")) &&
    (test.cameFrom === undefined || test.cameFrom === cameFrom) &&
    (test.to === undefined || (typeof to === "string" ? to === test.to : isOf(to, test.to)))
  );
}
