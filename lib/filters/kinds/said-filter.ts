import { readText } from "@/lib/filters/values/read-value";
import { finder } from "@/lib/search/is-found";
import { isSaid, type Speaker } from "./condition";
import type { FilterDefinition } from "./filter-definition";
import { listFilter } from "./list-filter";

type SaidInput = Pick<FilterDefinition, "label" | "help" | "requires"> & {
  by: Speaker;
  /** Whose texts they are: "the visitor's messages". */
  texts: string;
};

/** A filter of texts that one of the speakers said: found as search finds them, and shown in the results. */
export function saidFilter({ label, help, by, texts, ...others }: SaidInput) {
  return listFilter({
    ...others,
    label,
    help,
    description: `Text of ${texts}, found as with \`q\`.`,
    example: "refund",
    isNegatable: true,
    hasAll: true,
    read: (text) => readText(text.trim()),
    condition: (value) => isSaid(by, value),
    matches: ({ said }, value) => said[by].some(finder(value)),
  });
}
