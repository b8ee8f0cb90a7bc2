import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const gaps = yesOrNoFilter({
  label: "Gaps",
  help: "Are events missing?",
  description: "Are there signs of events that were not received?",
  condition: column("gapCount").isPositive(),
  matches: ({ gapCount }) => gapCount > 0,
});
