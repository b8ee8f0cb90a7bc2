"use client";

import { useId } from "react";
import { useAllowed } from "@/components/access/use-allowed";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Select } from "@/components/ui/select";
import { readSort, sortDefinition, sortLabel, sorts } from "@/lib/columns/sorts";

export function SortField({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  const id = useId();
  const isAllowed = useAllowed();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-xs text-muted">
        Sort by
      </label>
      <Select id={id} value={sort} onChange={({ target }) => changeSort(readSort(target.value) ?? sort)}>
        {sorts
          .filter((option) => isAllowed(sortDefinition(option)))
          .map((option) => (
            <option key={option} value={option}>
              {sortLabel(option)}
            </option>
          ))}
      </Select>
    </div>
  );
}
