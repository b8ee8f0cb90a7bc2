import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const isEngaged = column("engaged").isTrue();

export const engaged = yesOrNoFilter({
  label: "Engaged",
  help: "Did the visitor write or answer anything?",
  description: "Did the visitor write or answer anything? A script's answer does not count.",
  condition: isEngaged,
  matches: ({ firstVisitorMessage }) => firstVisitorMessage !== null,
});
