import { stepFilter } from "@/lib/filters/kinds/step-filter";

export const answered = stepFilter({
  label: "Answered",
  help: "the ID of a prompt that was answered",
  description: "The visitor answered a prompt: its ID in `GET /flows/{bot}`.",
  form: "<prompt>",
  read: ([prompt = "", ...more]) => (prompt === "" || more.length > 0 ? null : { prompt, outcome: "answered" }),
});
