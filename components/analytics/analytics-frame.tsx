"use client";

import { Table2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useCallback, useRef } from "react";
import { MaskedBadge } from "@/components/access/masked-badge";
import { AddFilter } from "@/components/inbox/filters/add-filter";
import { IgnoredParameters } from "@/components/inbox/filters/ignored-parameters";
import { SearchBox } from "@/components/inbox/search/search-box";
import { useSearchKeys } from "@/components/inbox/search/use-search-keys";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/keys/kbd";
import { useKey } from "@/components/ui/keys/use-key";
import { withoutFilters } from "./own-parameters";
import { PeriodField } from "./period-field";
import { useAnalyticsSearch } from "./use-analytics-search";
import { ZoneField } from "./zone-field";

interface AnalyticsFrameProps {
  title: string;
  /** Above the title: where the page belongs. */
  above?: ReactNode;
  /** Next to the title: other pages about the same. */
  tabs?: ReactNode;
  /** Without charts, there is nothing to exchange for tables. */
  hasCharts?: boolean;
  children: ReactNode;
}

/** The filter bar of a page of metrics or flows, and below it the figures that the server renders. */
export function AnalyticsFrame({ title, above, tabs, hasCharts = true, children }: AnalyticsFrameProps) {
  const { search, filters, ignored, change, changeSearch, showTables, isPending } = useAnalyticsSearch();
  const { asTables } = search;
  const without = withoutFilters(usePathname()).length > 0 ? ([...periodFilters, "bot"] as const) : periodFilters;
  const page = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  useSearchKeys(page, searchInput);
  useKey(
    "t",
    useCallback(() => {
      if (hasCharts) showTables(!asTables);
    }, [showTables, asTables, hasCharts]),
  );
  return (
    <div
      ref={page}
      data-tables={asTables ? "" : undefined}
      className="group/figures mx-auto flex max-w-7xl flex-col gap-4 px-4 py-5 md:px-8"
    >
      <div>
        {above}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-md:pr-6">
          <h1 dir="auto" className="min-w-0 text-xl font-semibold tracking-tight text-pretty break-words">
            {title}
          </h1>
          <MaskedBadge isShort />
          <div className="ml-auto flex items-center gap-1">
            {tabs}
            {hasCharts && (
              <button
                type="button"
                aria-pressed={asTables}
                onClick={() => showTables(!asTables)}
                className="flex h-8 items-center gap-1.5 rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-text aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-text coarse:h-10"
              >
                <Table2 aria-hidden="true" className="size-4" /> Tables <Kbd className="coarse:hidden">t</Kbd>
              </button>
            )}
          </div>
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <div className="flex min-w-60 flex-1 items-start gap-0.5">
          <SearchBox filters={filters} change={change} inputRef={searchInput} />
          <AddFilter filters={filters} change={change} without={without} />
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
