import { both, column, not } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

const isUnanswered = column("awaitsAnswer").isTrue();

export const stoppedAt = listFilter({
  label: "Stopped at",
  help: "the last question, which is unanswered",
  description: "The exact text of the last question, where it is unanswered (`lastPrompt.text`).",
  example: "What is your order number?",
  isNegatable: true,
  isExact: true,
  requires: "personal",
  condition: (value) => both(isUnanswered, column("lastPromptText").is(value)),
  facet: {
    label: "Stopped at",
    by: column("lastPromptText"),
    where: both(isUnanswered, not(column("lastPromptText").is(""))),
  },
  matches: ({ lastPrompt }, value) => lastPrompt !== null && !lastPrompt.answered && lastPrompt.text === value,
});
