"use client";

import { ChevronLeft, ListFilter } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { countFilters, type InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { FilterKey } from "@/lib/filters/filters";
import type { FilterSubject } from "./filter-chips";

const FilterEditor = lazy(() => import("./filter-editor"));
const FilterSubjects = lazy(() => import("./filter-subjects"));

interface AddFilterProps extends Pick<InboxFilters, "filters" | "change"> {
  /** Filters that are not offered. */
  without?: readonly FilterKey[];
}

/** Adds a filter: first choose the filter, then its values. */
export function AddFilter({ filters, change, without = [] }: AddFilterProps) {
  const count = countFilters(filters);
  const [subject, setSubject] = useState<FilterSubject | null>(null);
  return (
    <Popover onOpenChange={() => setSubject(null)}>
      <PopoverTrigger asChild>
        <IconButton label={count === 0 ? "Add filter" : `Add filter: ${count} set`} aria-pressed={count > 0}>
          <ListFilter />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-76" aria-label="Filter">
        <Suspense>
          {subject === null ? (
            <FilterSubjects onChoose={setSubject} without={without} />
          ) : (
            <>
              <Button size="small" variant="quiet" onClick={() => setSubject(null)} className="mb-1.5 -ml-2">
                <ChevronLeft /> All filters
              </Button>
              <FilterEditor subject={subject} filters={filters} change={change} />
            </>
          )}
        </Suspense>
        <div className="-mx-3 mt-3 flex items-center justify-between border-t border-line px-3 pt-2.5">
          <p className="text-xs text-muted">
            Or type <code className="font-mono">label:refund</code>
          </p>
          <Button
            size="small"
            variant="quiet"
            disabled={count === 0}
            onClick={() => change({ ...noFilters, q: filters.q, "q.all": filters["q.all"] })}
          >
            Clear all
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}
