import { stepFilter } from "@/lib/filters/kinds/step-filter";

export const chose = stepFilter({
  label: "Chose",
  help: "the IDs of a prompt and of a choice",
  description:
    "The visitor chose an answer of a prompt: their IDs in `GET /flows/{bot}`; without the second, an answer that is not a choice.",
  form: "<prompt>/<answer>",
  read: ([prompt = "", answer, ...more]) =>
    prompt === "" || answer === undefined || more.length > 0 ? null : { prompt, answer, outcome: "answered" },
});
