import { column } from "./condition";
import { yesOrNoFilter } from "./yes-or-no-filter";

export const unanswered = yesOrNoFilter({
  label: "Unanswered",
  help: "Is the last question unanswered?",
  description: "Is the last question unanswered?",
  condition: column("awaitsAnswer").isTrue(),
  matches: ({ events }) => {
    const messages = events.filter(({ type }) => type === "message");
    const prompt = messages.findLastIndex(({ payload }) => /"type":"text","payload"/.test(JSON.stringify(payload)));
    return prompt > messages.findLastIndex(({ actor }) => actor?.type === "visitor");
  },
});
