import { saidFilter } from "@/lib/filters/kinds/said-filter";

export const said = saidFilter({
  label: "Visitor said",
  help: "the visitor said these words",
  by: "visitor",
  texts: "the visitor's messages and answers",
});
