"use client";

import { Search, TextCursorInput, X } from "lucide-react";
import { type RefObject, useId } from "react";
import { CompletionList } from "@/components/form/completions/completion-list";
import { SearchProblems } from "@/components/form/search-problems";
import { FilterChip } from "@/components/inbox/filters/filter-chip";
import { filterChips } from "@/components/inbox/filters/filter-chips";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/keys/kbd";
import { Tooltip } from "@/components/ui/tooltip";
import { SearchField } from "./search-field";
import { SpeakerSwitch } from "./speaker-switch";
import { useCompletions } from "./use-completions";
import { useRecentSearches } from "./use-recent-searches";
import { useSearchText } from "./use-search-text";

export interface SearchBoxProps extends Pick<InboxFilters, "filters" | "change"> {
  inputRef: RefObject<HTMLInputElement | null>;
}

/** The list's query: each filter as a chip with the search text next to them, or everything as one text. */
export function SearchBox({ filters, change, inputRef }: SearchBoxProps) {
  const search = useSearchText({ filters, change });
  const recent = useRecentSearches({ filters, change });
  const completions = useCompletions(search, recent);
  const problemsId = useId();
  const chips = filterChips(filters);
  const last = chips.at(-1);
  const { text, isWhole } = search;

  return (
    <search className="relative min-w-0 flex-1">
      <div className="flex min-h-9 items-start gap-1 rounded-lg border border-line bg-background py-1 pr-1 pl-2 transition-colors focus-within:border-accent hover:border-line-strong focus-within:hover:border-accent">
        <Search aria-hidden="true" className="mt-1 mr-0.5 size-4 shrink-0 text-muted" />
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {!isWhole && chips.map((chip) => <FilterChip key={chip.id} chip={chip} filters={filters} change={change} />)}
          <SearchField
            search={search}
            completions={completions}
            inputRef={inputRef}
            placeholder={chips.length > 0 && !isWhole ? "" : "Search, or label:refund"}
            problemsId={problemsId}
            onEraseBefore={() => last && !isWhole && change(last.without)}
          />
        </div>
        {text !== "" && !isWhole && (
          <button
            type="button"
            aria-label="Clear search"
            onClick={() => search.write("", 0)}
            className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-text"
          >
            <X className="size-3.5" />
          </button>
        )}
        {text === "" && chips.length === 0 && <Kbd className="mt-0.5 text-faint coarse:hidden">/</Kbd>}
        {(chips.length > 0 || isWhole) && (
          <Tooltip label={isWhole ? "Show filters as chips" : "Show filters as text"}>
            <button
              type="button"
              aria-label="Filters as text"
              aria-pressed={isWhole}
              onClick={() => {
                search.setWhole(!isWhole);
                inputRef.current?.focus();
              }}
              className={classNames(
                "flex size-6 shrink-0 items-center justify-center rounded hover:text-text",
                isWhole ? "bg-accent-soft text-accent" : "text-muted",
              )}
            >
              <TextCursorInput className="size-3.5" />
            </button>
          </Tooltip>
        )}
      </div>
      <CompletionList {...completions} />
      <SpeakerSwitch filters={filters} change={change} />
      <SearchProblems id={problemsId} text={text} problems={search.problems} onMend={search.write} />
    </search>
  );
}
