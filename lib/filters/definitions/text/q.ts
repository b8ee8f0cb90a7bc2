import { isFound } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { readText } from "@/lib/filters/values/read-value";
import { finder } from "@/lib/search/is-found";

/** Every search text is searched for in all texts. */
export const mostSearches = 10;
/** Maximum total length in characters. */
export const longestSearches = 1000;

export const q = listFilter({
  box: "text",
  label: "Text",
  help: "contains any of these words",
  description:
    "Text of messages and notes, or of the title, key, or the visitor's name, e-mail or phone: a substring in any case and any language. A text without accents also finds accented ones. At most 10 texts and 1,000 characters in all, together with `q.all` and `-q`.",
  example: "refund",
  isNegatable: true,
  hasAll: true,
  read: (text) => readText(text.trim()),
  condition: isFound,
  matches: ({ texts }, value) => texts.some(finder(value)),
});
