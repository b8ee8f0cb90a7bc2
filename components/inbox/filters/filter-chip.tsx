"use client";

import { X } from "lucide-react";
import { lazy, Suspense } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { FilterChip as Chip } from "./filter-chips";

const FilterEditor = lazy(() => import("./filter-editor"));

interface FilterChipProps extends Pick<InboxFilters, "filters" | "change"> {
  chip: Chip;
}

/** An active filter: a click edits it, the cross removes it. */
export function FilterChip({ chip, filters, change }: FilterChipProps) {
  const { name, relation, value, subject, without } = chip;
  const told = [name, relation, value].filter((part) => part !== "").join(" ");
  return (
    <span className="flex h-6 max-w-full min-w-0 items-center rounded-md bg-accent-chip text-xs text-accent-chip-text coarse:h-8">
      <Popover>
        <PopoverTrigger
          aria-label={`Edit filter ${told}`}
          title={told}
          className="flex h-full min-w-0 items-center gap-1 rounded-l-md pl-1.5 hover:underline"
        >
          <span dir="auto" className={subject.kind === "variable" ? "truncate font-mono" : "shrink-0"}>
            {name}
          </span>
          {relation !== "" && <span className="shrink-0">{relation}</span>}
          {value !== "" && (
            <bdi dir="auto" className="truncate font-semibold">
              {value}
            </bdi>
          )}
        </PopoverTrigger>
        <PopoverContent align="start" aria-label={`Filter ${name}`} className="w-76">
          <Suspense>
            <FilterEditor subject={subject} filters={filters} change={change} />
          </Suspense>
        </PopoverContent>
      </Popover>
      <button
        type="button"
        aria-label={`Remove filter ${told}`}
        onClick={() => change(without)}
        className="flex h-full w-5 shrink-0 items-center justify-center rounded-r-md opacity-70 hover:opacity-100 coarse:w-8"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </span>
  );
}
