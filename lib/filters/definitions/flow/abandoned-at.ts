import { stepFilter } from "@/lib/filters/kinds/step-filter";

export const abandonedAt = stepFilter({
  label: "Abandoned at",
  help: "the ID of a prompt that was left unanswered",
  description: "Settled, and a prompt has no answer: its ID in `GET /flows/{bot}`.",
  form: "<prompt>",
  read: ([prompt = "", ...more]) => (prompt === "" || more.length > 0 ? null : { prompt, outcome: "abandoned" }),
});
