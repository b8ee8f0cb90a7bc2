import { isFirst } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const newVisitor = yesOrNoFilter<never>({
  label: "New visitor",
  help: "Is it the visitor's first conversation?",
  description: "Is it the first conversation of its visitor, of those in the viewer's scope?",
  condition: isFirst,
  matches: ({ isFirstOfVisitor }) => isFirstOfVisitor,
});
