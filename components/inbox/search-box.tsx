"use client";

import { Search, X } from "lucide-react";
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { filterChips } from "./filter-chips";
import { readSearchText } from "./read-search-text";
import { type InboxFilters, mergeFilters } from "./use-inbox-filters";

const typingPauseMs = 250;

export interface SearchBoxProps extends Pick<InboxFilters, "filters" | "change"> {
  inputRef: Ref<HTMLInputElement>;
}

/** The text that is searched for, and every filter as a chip that can be taken away. */
export function SearchBox({ filters, change, inputRef }: SearchBoxProps) {
  const [typed, setTyped] = useTypedSearch({ filters, change });
  const chips = filterChips(filters);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = chips.at(-1);
    if (event.key === "Backspace" && typed === "" && last) change(last.without);
    if (event.key === "Escape") {
      if (typed === "") event.currentTarget.blur();
      setTyped("");
    }
    if (event.key === "Enter") {
      const read = readSearchText(typed);
      setTyped(read.text);
      change({ ...mergeFilters(filters, read.filters), q: withText(filters.q, read.text) });
    }
  }

  return (
    <search className="min-w-0 flex-1">
      <div className="flex min-h-9 flex-wrap items-center gap-1 rounded-lg border border-line bg-background py-1 pr-1.5 pl-2 transition-colors focus-within:border-accent hover:border-line-strong focus-within:hover:border-accent">
        <Search aria-hidden="true" className="mr-0.5 size-4 shrink-0 text-muted" />
        {chips.map((chip) => (
          <button
            key={chip.id}
            type="button"
            aria-label={`Remove filter ${chip.name} ${chip.value}`}
            onClick={() => change(chip.without)}
            className="group flex h-6 max-w-full items-center gap-1 rounded-md bg-accent-chip px-1.5 text-xs text-accent-chip-text"
          >
            <span>{chip.name}</span> <span className="truncate font-semibold">{chip.value}</span>
            <X aria-hidden="true" className="-mr-0.5 size-3 shrink-0 opacity-60 group-hover:opacity-100" />
          </button>
        ))}
        <input
          ref={inputRef}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          aria-label="Search conversations"
          placeholder={chips.length > 0 ? "" : "Search"}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          className="h-6 min-w-16 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {typed === "" ? (
          <Kbd className="text-faint coarse:hidden">/</Kbd>
        ) : (
          <button
            type="button"
            aria-label="Clear the search text"
            onClick={() => setTyped("")}
            className="flex size-6 items-center justify-center rounded text-muted hover:text-text"
          >
            <X className="size-3.5" />
          </button>
        )}
      </div>
    </search>
  );
}

/** The input's text. The URL follows after a pause; a change of the URL from elsewhere (back, a chip) is taken over. */
function useTypedSearch({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const inUrl = filters.q[0] ?? "";
  const [typed, setTyped] = useState(inUrl);
  const [seen, setSeen] = useState(inUrl);
  const latest = useRef({ filters, change });
  latest.current = { filters, change };

  if (inUrl !== seen) {
    setSeen(inUrl);
    if (inUrl !== typed.trim()) setTyped(inUrl);
  }

  useEffect(() => {
    if (typed.trim() === inUrl) return;
    const timer = setTimeout(() => {
      const { filters: now, change: go } = latest.current;
      go({ q: withText(now.q, typed.trim()) }, { replace: true });
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, inUrl]);

  return [typed, setTyped] as const;
}

function withText(q: readonly string[], text: string): string[] {
  return text === "" ? q.slice(1) : [text, ...q.slice(1)];
}
