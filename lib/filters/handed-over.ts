import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const handedOver = yesOrNoFilter({
  label: "Handed over",
  help: "Was it handed to a person or team?",
  description: "Was it ever assigned to a person or team?",
  condition: column("handedOver").isTrue(),
  matches: ({ events }) =>
    events.some(
      ({ type, payload }) =>
        type === "assignee_change" && /"to":\{[^}]*"type":"(user|team)"/.test(JSON.stringify(payload)),
    ),
});
