import { isInRaw } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const raw = listFilter({
  label: "Exact text",
  help: "exact text of an event, as received",
  description:
    "A part of the exact text of an event, as it was received: case-sensitive, with the escapes of its JSON. No index helps, so it is slow over many conversations; combine it with other filters.",
  example: '"price":12.50',
  isExact: true,
  most: 5,
  requires: "raw",
  condition: isInRaw,
  matches: ({ rawTexts }, value) => rawTexts.some((text) => text.includes(value)),
});
