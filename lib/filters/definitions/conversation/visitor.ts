import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const visitor = listFilter({
  label: "Visitor",
  help: "key, found by name or e-mail",
  description: "The visitor's key.",
  example: "bd6b8f3c0e",
  valuesFrom: "visitor",
  isNegatable: true,
  condition: (value) => column("visitorKey").is(value),
  matches: (conversation, value) => conversation.visitor.key === value,
});
