"use client";

import { LayoutList } from "lucide-react";
import { lazy, Suspense } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { defaultSort } from "@/lib/columns/sorts";

const DisplayOptions = lazy(() => import("./display-options"));

/** Menu for the list's layout: sort order, cards or table, columns and row density. */
export function DisplayMenu({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Display" aria-pressed={sort !== defaultSort}>
          <LayoutList />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Display" className="flex w-76 flex-col gap-4">
        <Suspense>
          <DisplayOptions sort={sort} changeSort={changeSort} />
        </Suspense>
      </PopoverContent>
    </Popover>
  );
}
