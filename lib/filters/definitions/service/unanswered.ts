import { both, column, not } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { readMessageType } from "@/lib/filters/values/read-value";

const isUnanswered = column("awaitsAnswer").isTrue();

export const unanswered = listFilter({
  label: "Unanswered",
  help: "Is the last question unanswered? yes, no, or its type",
  description:
    "Is the last question unanswered? `yes`, `no`, or the message type of the unanswered question, such as `form`.",
  example: "form",
  values: ["yes", "no"],
  valueNames: { yes: "Yes", no: "No" },
  valuesFrom: "has",
  isNegatable: true,
  isExact: true,
  read: readMessageType,
  condition: (value) => {
    if (value === "yes") return isUnanswered;
    return value === "no" ? not(isUnanswered) : both(isUnanswered, column("lastPromptType").is(value));
  },
  matches: ({ lastPrompt }, value) => {
    const isOpen = lastPrompt !== null && !lastPrompt.answered;
    return value === "yes" || value === "no" ? isOpen === (value === "yes") : isOpen && lastPrompt.type === value;
  },
});
