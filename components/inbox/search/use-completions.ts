"use client";

import {
  type CompletionOption,
  type Completions,
  useCompletionMenu,
} from "@/components/form/completions/use-completion-menu";
import { offeredByFacet } from "@/components/inbox/filters/offered-by-facet";
import { useFilterData } from "@/components/inbox/filters/use-filter-data";
import { type Completion, complete, completionsAt } from "@/lib/filter-text/completions-at";
import type { Field } from "@/lib/filter-text/fields";
import { completionOptions } from "./completion-options";
import type { RecentSearches } from "./use-recent-searches";
import type { SearchText } from "./use-search-text";

/** Completions while typing a filter. */
export function useCompletions(
  { text, caret, write }: Pick<SearchText, "text" | "caret" | "write">,
  recent: RecentSearches,
): Completions {
  const menu = useCompletionMenu(text, isTelling(completionsAt(text, caret)));
  const isEmpty = text === "";
  const completion = menu.isWanted ? completionsAt(text, caret) : null;
  const field = completion?.kind === "value" ? completion.field : null;
  const data = useFilterData({
    variables: menu.isFocused,
    variable: completion?.kind === "variable value" ? completion.name : null,
    named: completion?.kind === "variable name" ? completion.prefix : "",
    searchText: completion?.kind === "variable value" ? completion.prefix : "",
    keyOf: field !== null && isOfKeys(field) ? (completion?.prefix ?? "") : null,
    facet: field === null ? null : offeredByFacet(field),
    facetSearchText: completion?.prefix ?? "",
  });
  const recents: CompletionOption[] = isEmpty
    ? recent.searches.map((search) => ({ choice: search, help: "recent search" }))
    : [];
  const options = completion === null ? [] : [...recents, ...completionOptions(completion, data)];

  function choose({ choice: chosen, term }: CompletionOption) {
    if (completion === null) return;
    if (isEmpty && recent.searches.includes(chosen)) return recent.open(chosen);
    if (term !== undefined) {
      const { start, end } = completion.at;
      return write(text.slice(0, start) + term + text.slice(end).trimStart(), start + term.length);
    }
    const done = complete(text, completion, chosen);
    write(done.text, done.caret);
  }

  // A search word is kept unless the user selects another term.
  return menu.show({ options, choose, tabTakesFirst: !isEmpty && options[0]?.term === undefined });
}

function isOfKeys({ definition: { valuesFrom } }: Field): boolean {
  return valuesFrom === "visitor" || valuesFrom === "key";
}

/** Nothing is suggested before a name has been started: most users only want to search. */
function isTelling(completion: Completion | null): boolean {
  return completion !== null && (completion.kind !== "name" || completion.prefix !== "");
}
