"use client";

import { Table2 } from "lucide-react";
import { type ReactNode, useCallback, useRef } from "react";
import { MaskedBadge } from "@/components/access/masked-badge";
import { AddFilter } from "@/components/inbox/filters/add-filter";
import { IgnoredParameters } from "@/components/inbox/filters/ignored-parameters";
import { SearchBox } from "@/components/inbox/search/search-box";
import { useSearchKeys } from "@/components/inbox/search/use-search-keys";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/keys/kbd";
import { useKey } from "@/components/ui/keys/use-key";
import { PeriodField } from "./period-field";
import { useAnalyticsSearch } from "./use-analytics-search";
import { ZoneField } from "./zone-field";

/** The filter bar, and below it the figures that the server renders. */
export function AnalyticsFrame({ children }: { children: ReactNode }) {
  const { search, filters, ignored, change, changeSearch, showTables, isPending } = useAnalyticsSearch();
  const { asTables } = search;
  const page = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  useSearchKeys(page, searchInput);
  useKey(
    "t",
    useCallback(() => showTables(!asTables), [showTables, asTables]),
  );
  return (
    <div
      ref={page}
      data-tables={asTables ? "" : undefined}
      className="group/figures mx-auto flex max-w-7xl flex-col gap-4 px-4 py-5 md:px-8"
    >
      <div className="flex items-center gap-3 max-md:pr-6">
        <h1 className="text-xl font-semibold tracking-tight">Analytics</h1>
        <MaskedBadge isShort />
        <button
          type="button"
          aria-pressed={asTables}
          onClick={() => showTables(!asTables)}
          className="ml-auto flex h-8 items-center gap-1.5 rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-text aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-text coarse:h-10"
        >
          <Table2 aria-hidden="true" className="size-4" /> Tables <Kbd className="coarse:hidden">t</Kbd>
        </button>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <div className="flex min-w-60 flex-1 items-start gap-0.5">
          <SearchBox filters={filters} change={change} inputRef={searchInput} />
          <AddFilter filters={filters} change={change} without={periodFilters} />
        </div>
        <PeriodField search={search} change={changeSearch} />
        <ZoneField tz={search.tz} change={changeSearch} />
      </div>
      <IgnoredParameters ignored={ignored} change={change} />
      <div
        aria-busy={isPending}
        className={classNames("flex flex-col gap-4 transition-opacity", isPending && "opacity-50")}
      >
        {children}
      </div>
    </div>
  );
}

const periodFilters = ["created", "from", "to"] as const;
