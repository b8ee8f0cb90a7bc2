import { column } from "./condition";
import { yesOrNoFilter } from "./yes-or-no-filter";

export const reopened = yesOrNoFilter({
  label: "Reopened",
  help: "Was it opened again after it was closed?",
  description: "Was it opened again after it was closed?",
  condition: column("reopened").isTrue(),
  matches: (conversation) => conversation.reopened,
});
