import { column } from "./condition";
import { yesOrNoFilter } from "./yes-or-no-filter";

export const gaps = yesOrNoFilter({
  label: "Gaps",
  help: "Are events missing?",
  description: "Are there signs of events that were not received?",
  condition: column("gapCount").isPositive(),
  matches: ({ gapCount }) => gapCount > 0,
});
