"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { offeredByFacet } from "@/components/inbox/filters/offered-by-facet";
import { useFilterData } from "@/components/inbox/filters/use-filter-data";
import { type Completion, complete, completionsAt } from "@/lib/filter-text/completions-at";
import type { Field } from "@/lib/filter-text/fields";
import { type CompletionOption, completionOptions } from "./completion-options";
import type { RecentSearches } from "./use-recent-searches";
import type { SearchText } from "./use-search-text";

export interface Completions {
  isOpen: boolean;
  options: readonly CompletionOption[];
  /** Index of the option that Enter selects; -1 for none. */
  active: number;
  listId: string;
  optionId: (place: number) => string;
  choose: (option: CompletionOption) => void;
  /** For the input's keydown event. Returns whether the key was handled. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  setFocused: (isFocused: boolean) => void;
}

/** Completions while typing a filter: an ARIA combobox with a listbox. */
export function useCompletions(
  { text, caret, write }: Pick<SearchText, "text" | "caret" | "write">,
  recent: RecentSearches,
): Completions {
  const listId = useId();
  const [isFocused, setFocused] = useState(false);
  // The text for which the list was dismissed, or opened explicitly.
  const [choice, setChoice] = useState<{ text: string; active: number; isOpen: boolean }>({
    text,
    active: -1,
    isOpen: false,
  });
  const current = choice.text === text ? choice : { text, active: -1, isOpen: isTelling(completionsAt(text, caret)) };
  const isEmpty = text === "";
  const completion = isFocused && current.isOpen ? completionsAt(text, caret) : null;
  const field = completion?.kind === "value" ? completion.field : null;
  const data = useFilterData({
    variables: isFocused,
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
  const isOpen = options.length > 0;
  // A search word is kept unless the user selects another term.
  const isName = !isEmpty && options[0]?.term === undefined;
  const active = Math.min(current.active, options.length - 1);

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

  function onKeyDown(event: KeyboardEvent): boolean {
    const set = (part: Partial<typeof choice>) => setChoice({ ...current, ...part });
    if (event.altKey && event.key === "ArrowDown") set({ isOpen: true });
    else if (!isOpen) return false;
    else if (event.key === "ArrowDown") set({ active: (active + 1) % options.length });
    else if (event.key === "ArrowUp") set({ active: active <= 0 ? options.length - 1 : active - 1 });
    else if (event.key === "Escape") set({ isOpen: false });
    else if (event.key === "Tab" && !event.shiftKey && (active >= 0 || isName)) chooseAt(Math.max(0, active));
    else if (event.key === "Enter" && active >= 0) chooseAt(active);
    else return false;
    event.preventDefault();
    return true;
  }

  function chooseAt(place: number) {
    const option = options[place];
    if (option) choose(option);
  }

  return {
    isOpen,
    options,
    active: isOpen ? active : -1,
    listId,
    optionId: (place) => `${listId}-${place}`,
    choose,
    onKeyDown,
    setFocused: (next) => {
      setFocused(next);
      if (next && isEmpty) setChoice({ text, active: -1, isOpen: true });
    },
  };
}

function isOfKeys({ definition: { valuesFrom } }: Field): boolean {
  return valuesFrom === "visitor" || valuesFrom === "key";
}

/** Nothing is suggested before a name has been started: most users only want to search. */
function isTelling(completion: Completion | null): boolean {
  return completion !== null && (completion.kind !== "name" || completion.prefix !== "");
}
