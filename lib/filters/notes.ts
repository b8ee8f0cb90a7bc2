import { column } from "./condition";
import { yesOrNoFilter } from "./yes-or-no-filter";

export const notes = yesOrNoFilter({
  label: "Notes",
  help: "Are there notes?",
  description: "Are there notes?",
  condition: column("noteCount").isPositive(),
  matches: ({ noteCount }) => noteCount > 0,
});
