import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const waiting = yesOrNoFilter({
  label: "Waiting",
  help: "Is the visitor waiting for a person's reply?",
  description: "Is there a visitor message that the person or team in charge has not answered?",
  condition: column("waitingSince").isSet(),
  matches: ({ waitingSince }) => waitingSince !== null,
});
