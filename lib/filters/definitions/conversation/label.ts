import { anyOf } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { namer } from "@/lib/search/is-found";

export const label = listFilter({
  label: "Label",
  help: "name or ID",
  description: "Name (in any case) or ID.",
  example: "needs review",
  valuesFrom: "label",
  isNegatable: true,
  hasAll: true,
  condition: (value) => anyOf("label").isNamed("label", value),
  facet: { label: "Label", by: anyOf("label"), detail: "accountKey", name: { in: "label" } },
  matches: ({ labels }, value) =>
    labels.some(({ id, name }) => [id, name].some((one) => one !== null && namer(value)(one))),
});
