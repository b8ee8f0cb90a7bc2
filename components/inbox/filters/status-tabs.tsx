"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { classNames } from "@/components/ui/class-names";
import { shortCount } from "@/components/ui/short-count";
import { countsQuery } from "@/lib/api/client/conversation-queries";
import type { Counts } from "@/lib/api/schemas/counts";
import { filtersOfTab, type StatusTab, tabOfFilters } from "./status-tab";

export function StatusTabs({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const { data } = useQuery({ ...countsQuery(filters), placeholderData: keepPreviousData });
  const current = tabOfFilters(filters);
  return (
    <fieldset className="flex h-9 shrink-0 gap-3 border-b border-line px-3.5">
      <legend className="sr-only">Status</legend>
      {tabs.map(([tab, name]) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === current}
          onClick={() => change(filtersOfTab(tab, filters))}
          className={classNames(
            "-mb-px flex items-center gap-1 border-b-2 text-sm whitespace-nowrap transition-colors focus-visible:-outline-offset-2",
            tab === current ? "border-accent font-medium text-text" : "border-transparent text-muted hover:text-text",
          )}
        >
          {name} <Count counts={data} tab={tab} />
        </button>
      ))}
    </fieldset>
  );
}

const tabs: readonly [StatusTab, string][] = [
  ["all", "All"],
  ["open", "Open"],
  ["unassigned", "Unassigned"],
  ["closed", "Closed"],
];

/** Reserves its space while loading. */
function Count({ counts, tab }: { counts: Counts | undefined; tab: StatusTab }) {
  const count = counts?.[tab];
  const most = counts?.countedAtMost ?? null;
  const more = counts !== undefined && most !== null && counts.all >= most ? "+" : "";
  return (
    <span
      className="tabular min-w-2 text-xs font-normal text-muted"
      title={count === undefined ? undefined : count.toLocaleString("en") + more}
    >
      {count === undefined ? "" : shortCount(count) + more}
    </span>
  );
}
