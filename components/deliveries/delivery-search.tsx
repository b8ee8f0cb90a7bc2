"use client";

import { ListFilter, Search, X } from "lucide-react";
import { type RefObject, useEffect, useId, useState } from "react";
import { CompletionList } from "@/components/form/completions/completion-list";
import { SearchProblems } from "@/components/form/search-problems";
import { Kbd } from "@/components/ui/keys/kbd";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "@/components/ui/menu";
import { deliveryBoxName, readDeliveryText, writeDeliveryTerm } from "@/lib/delivery-filters/delivery-filter-text";
import {
  type DeliveryFilterKey,
  type DeliveryFilters,
  deliveryFilterKeys,
  deliveryFilterOf,
  deliveryValuesOf,
  withoutDeliveryValue,
} from "@/lib/delivery-filters/delivery-filters";
import { tabOf } from "./delivery-tabs";
import { useDeliveryCompletions } from "./use-delivery-completions";

interface DeliverySearchProps {
  filters: DeliveryFilters;
  change: (part: Partial<DeliveryFilters>, options?: { replace?: boolean }) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}

const typingPauseMs = 250;

/** The log's filters as chips, and search text. A term becomes a chip after a space or Enter. */
export function DeliverySearch({ filters, change, inputRef }: DeliverySearchProps) {
  const problemsId = useId();
  const [text, setText] = useState(filters.q ?? "");
  const [caret, setCaret] = useState(text.length);
  const [seen, setSeen] = useState(filters.q);
  const [isApplied, setApplied] = useState(false);
  const { words, problems } = readDeliveryText(text, filters, () => false);
  const chips = deliveryFilterKeys.flatMap((key) => (isChip(filters, key) ? [] : chipsOf(filters, key)));
  const last = chips.at(-1);
  const completions = useDeliveryCompletions(text, caret, write);

  // The URL was changed from outside the box.
  if (filters.q !== seen) {
    setSeen(filters.q);
    if (filters.q !== words) setText(filters.q ?? "");
  }

  useEffect(() => {
    if (words === filters.q) return;
    // Changes only `q`: the URL may already have other filters than this render.
    const timer = setTimeout(() => change({ q: words }, { replace: true }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [words, filters.q, change]);

  function write(typed: string, at = typed.length) {
    setApplied(false);
    const read = readDeliveryText(typed, filters, ({ end }) => end < at);
    setText(read.rest);
    setCaret(read.rest === typed ? at : read.rest.length);
    if (read.filters !== filters) change({ ...read.filters, q: read.words });
  }

  function apply() {
    setApplied(true);
    const read = readDeliveryText(text, filters, () => true);
    setText(read.rest.trim());
    if (read.filters !== filters || read.words !== filters.q) change({ ...read.filters, q: read.words });
  }

  function begin(term: string) {
    const before = text === "" || text.endsWith(" ") ? text : `${text} `;
    write(before + term);
  }

  return (
    <search className="relative block min-w-0">
      <div className="flex min-h-9 items-start gap-1 rounded-lg border border-line bg-background py-1 pr-1 pl-2 transition-colors focus-within:border-accent hover:border-line-strong focus-within:hover:border-accent">
        <Search aria-hidden="true" className="mt-1 mr-0.5 size-4 shrink-0 text-muted" />
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {chips.map(({ key, value }) => (
            <Chip
              key={`${key} ${value}`}
              name={deliveryFilterOf(key).label}
              value={value}
              onRemove={() => change(withoutDeliveryValue(filters, key, value))}
            />
          ))}
          <input
            ref={inputRef}
            type="text"
            role="combobox"
            aria-label="Search deliveries"
            aria-autocomplete="list"
            aria-expanded={completions.isOpen}
            aria-controls={completions.listId}
            aria-activedescendant={completions.active < 0 ? undefined : completions.optionId(completions.active)}
            aria-invalid={(isApplied && problems.length > 0) || undefined}
            aria-describedby={isApplied && problems.length > 0 ? problemsId : undefined}
            value={text}
            onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? currentTarget.value.length)}
            onKeyDown={(event) => {
              if (completions.onKeyDown(event)) return;
              if (event.key === "Enter") apply();
              if (event.key === "Backspace" && text === "" && last) {
                change(withoutDeliveryValue(filters, last.key, last.value));
              }
              if (event.key === "Escape" && text === "") event.currentTarget.blur();
              else if (event.key === "Escape") write("");
            }}
            onFocus={() => completions.setFocused(true)}
            onBlur={() => {
              completions.setFocused(false);
              apply();
            }}
            placeholder={chips.length > 0 ? "" : "Visitor, key, text, or status:400"}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            className="h-6 min-w-24 flex-1 bg-transparent text-sm outline-none"
          />
        </div>
        {text === "" && chips.length === 0 && <Kbd className="mt-0.5 text-faint coarse:hidden">/</Kbd>}
        <FilterMenu onChoose={begin} onClose={() => inputRef.current?.focus()} />
      </div>
      <CompletionList {...completions} />
      <SearchProblems
        id={problemsId}
        text={text}
        problems={isApplied ? problems : []}
        onMend={(mended) => write(`${mended} `)}
      />
    </search>
  );
}

/** Other filters are shown by the tabs, the chart and the text in the box. */
function isChip(filters: DeliveryFilters, key: DeliveryFilterKey): boolean {
  return key === "q" || ((key === "verdict" || key === "resolution") && tabOf(filters) !== null);
}

function chipsOf(filters: DeliveryFilters, key: DeliveryFilterKey) {
  return deliveryValuesOf(filters, key).map((value) => ({ key, value }));
}

function Chip({ name, value, onRemove }: { name: string; value: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Remove the filter ${name}: ${value}`}
      title={value}
      onClick={onRemove}
      className="flex h-6 max-w-full items-center gap-1 rounded-md bg-accent-soft px-1.5 text-xs text-accent coarse:h-8"
    >
      <span className="shrink-0">{name.toLowerCase()}</span>
      <span dir="auto" className="truncate font-medium">
        {value}
      </span>
      <X aria-hidden="true" className="size-3 shrink-0" />
    </button>
  );
}

function FilterMenu({ onChoose, onClose }: { onChoose: (term: string) => void; onClose: () => void }) {
  return (
    <Menu>
      <MenuTrigger
        aria-label="Add a filter"
        className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-text coarse:size-8"
      >
        <ListFilter aria-hidden="true" className="size-3.5" />
      </MenuTrigger>
      <MenuContent
        align="end"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <MenuLabel>Filter by…</MenuLabel>
        {deliveryFilterKeys
          .filter((key) => key !== "q")
          .map((key) => {
            const { help, values = [] } = deliveryFilterOf(key);
            const [example] = values;
            const written = `${deliveryBoxName(key)}:`;
            return (
              <MenuItem key={key} onSelect={() => onChoose(written)}>
                <code className="font-mono text-xs">{example ? writeDeliveryTerm(key, example) : written}</code>
                <span className="ml-auto pl-4 text-xs text-muted">{help}</span>
              </MenuItem>
            );
          })}
      </MenuContent>
    </Menu>
  );
}
