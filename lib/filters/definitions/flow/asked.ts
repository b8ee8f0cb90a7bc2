import { isStepOutcome, stepOutcomes } from "@/lib/filters/kinds/condition";
import { stepFilter } from "@/lib/filters/kinds/step-filter";

export const asked = stepFilter({
  label: "Asked",
  help: "the ID of a prompt of the bot",
  description: `The bot showed a prompt: its ID in \`GET /flows/{bot}\`, also with what became of it: ${stepOutcomes.join(", ")}.`,
  form: "<prompt> or <prompt>/<outcome>",
  read: ([prompt = "", outcome, ...more]) => {
    if (prompt === "" || more.length > 0) return null;
    if (outcome === undefined) return { prompt };
    return isStepOutcome(outcome) ? { prompt, outcome } : null;
  },
});
