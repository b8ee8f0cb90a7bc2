import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const notes = yesOrNoFilter({
  label: "Notes",
  help: "Are there notes?",
  description: "Are there notes?",
  condition: column("noteCount").isPositive(),
  matches: ({ noteCount }) => noteCount > 0,
});
