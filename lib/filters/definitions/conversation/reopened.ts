import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const reopened = yesOrNoFilter({
  label: "Reopened",
  help: "Was it opened again after it was closed?",
  description: "Was it opened again after it was closed?",
  condition: column("reopened").isTrue(),
  matches: (conversation) => conversation.reopened,
});
