"use client";

import { Download } from "lucide-react";
import { useRef } from "react";
import { MaskedBadge } from "@/components/access/masked-badge";
import { AddFilter } from "@/components/inbox/filters/add-filter";
import { IgnoredParameters } from "@/components/inbox/filters/ignored-parameters";
import { SearchBox } from "@/components/inbox/search/search-box";
import { useSearchKeys } from "@/components/inbox/search/use-search-keys";
import { useInboxFilters } from "@/components/list-state/use-inbox-filters";
import { addressOf } from "@/lib/api/client/address-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { writeFilters } from "@/lib/filters/write-filters";
import { StuckQueue } from "./stuck-queue";

/** The filter bar, and below it the queue. */
export function StuckFrame() {
  const { filters, ignored, change } = useInboxFilters();
  const page = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  useSearchKeys(page, searchInput);
  const file = addressOf(endpoints.listStuck, { filters: writeFilters(filters), query: { format: "csv" } });
  return (
    <div ref={page} className="mx-auto flex max-w-4xl flex-col gap-4 px-4 py-5 md:px-8">
      <div className="flex items-center gap-3 max-md:pr-6">
        <h1 className="text-xl font-semibold tracking-tight">Stuck</h1>
        <MaskedBadge isShort />
        <a
          href={file}
          download
          className="ml-auto flex h-8 items-center gap-1.5 rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-text coarse:h-10"
        >
          <Download aria-hidden="true" className="size-4" /> Download CSV
        </a>
      </div>
      <div className="flex items-start gap-0.5">
        <SearchBox filters={filters} change={change} inputRef={searchInput} />
        <AddFilter filters={filters} change={change} />
      </div>
      <IgnoredParameters ignored={ignored} change={change} />
      <StuckQueue filters={filters} change={change} />
    </div>
  );
}
