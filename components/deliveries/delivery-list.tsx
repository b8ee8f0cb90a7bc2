"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { type RefObject, useEffect, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { deliveriesQuery } from "@/lib/api/client/deliveries-query";
import { noDeliveryFilters, writeDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { readDeliveryFilters } from "@/lib/delivery-filters/read-delivery-filters";
import { deliveriesHref } from "./deliveries-search";
import { DeliveryListEmpty } from "./delivery-list-empty";
import { DeliveryRow, deliveryRowHeight } from "./delivery-row";
import type { DeliveriesView } from "./use-deliveries-view";

export interface DeliveryListProps {
  deliveries: DeliveriesView;
  /** The scroll container. */
  scroller: RefObject<HTMLDivElement | null>;
  /** There are newer deliveries than those shown. */
  fresh: boolean;
  onShowFresh: () => void;
}

/** The next page is fetched this many rows before the end. */
const nearEnd = 15;

/** The log in all its states; only visible rows are rendered. */
export function DeliveryList({ deliveries: { view, change }, scroller, fresh, onShowFresh }: DeliveryListProps) {
  const written = writeDeliveryFilters(view.filters).toString();
  // Keeps the filters' identity while other parts of the URL change.
  const filters = useMemo(() => readDeliveryFilters(new URLSearchParams(written)).filters, [written]);
  const list = useInfiniteQuery({ ...deliveriesQuery(filters), placeholderData: keepPreviousData });
  const rows = useMemo(() => {
    const all = list.data?.pages.flatMap(({ data }) => data) ?? [];
    return [...new Map(all.map((row) => [row.id, row])).values()];
  }, [list.data]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => deliveryRowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 384, height: 900 },
  });
  const items = virtual.getVirtualItems();
  // A page that is not full has already searched to its limit.
  const isFull = list.data?.pages.at(-1)?.searchedFrom === null;
  const isNearEnd = list.hasNextPage && isFull && (items.at(-1)?.index ?? 0) >= rows.length - nearEnd;
  const { isFetching, fetchNextPage } = list;

  useEffect(() => {
    if (isNearEnd && !isFetching) void fetchNextPage();
  }, [isNearEnd, isFetching, fetchNextPage]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [filters, scroller]);

  if (list.isPending) return <ListSkeleton />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState title="The deliveries could not be loaded" onRetry={() => list.refetch()}>
        {list.error.message}
      </ErrorState>
    );
  }
  const lastPage = list.data?.pages.at(-1);
  const end = lastPage && <SearchEnd page={lastPage} isFetching={isFetching} onSearchOn={() => fetchNextPage()} />;
  if (rows.length === 0) {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <DeliveryListEmpty filters={filters} onClear={() => change({ filters: noDeliveryFilters })} />
        {end}
      </div>
    );
  }

  return (
    <>
      <div
        ref={scroller}
        aria-busy={list.isPlaceholderData}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain transition-opacity aria-busy:opacity-60"
      >
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  key={key}
                  className="absolute inset-x-0 top-0"
                  style={{ height: deliveryRowHeight, transform: `translateY(${start}px)` }}
                >
                  <DeliveryRow
                    delivery={row}
                    selected={row.id === view.delivery}
                    href={deliveriesHref({ ...view, delivery: row.id, pane: null })}
                    onOpen={() => change({ delivery: row.id, pane: null })}
                  />
                </li>
              )
            );
          })}
        </ul>
        {end}
      </div>
      <div role="status" className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
        {fresh && (
          <button
            type="button"
            onClick={onShowFresh}
            className="pointer-events-auto flex h-7 animate-appear items-center gap-1.5 rounded-full bg-accent px-3 text-xs font-medium text-accent-text coarse:h-9"
          >
            <ArrowUp aria-hidden="true" className="size-3.5" /> New deliveries
          </button>
        )}
      </div>
    </>
  );
}

interface SearchEndProps {
  page: { searchedFrom: string | null; nextCursor: string | null };
  isFetching: boolean;
  onSearchOn: () => void;
}

/** How far back the log was searched, if it continues. */
function SearchEnd({ page: { searchedFrom, nextCursor }, isFetching, onSearchOn }: SearchEndProps) {
  if (searchedFrom === null) return null;
  const time = <time dateTime={searchedFrom}>{searchedFrom.slice(0, 16).replace("T", " ")} UTC</time>;
  if (nextCursor === null) {
    return (
      <p className="px-3.5 py-3 text-xs text-muted">
        Bodies were searched back to {time}. To search older ones, choose an earlier time range.
      </p>
    );
  }
  return (
    <div className="flex items-center justify-between gap-3 px-3.5 py-3 text-xs text-muted">
      <span>Searched back to {time}.</span>
      <Button size="small" disabled={isFetching} onClick={onSearchOn}>
        Search older deliveries
      </Button>
    </div>
  );
}

function ListSkeleton() {
  return (
    <div aria-hidden="true">
      {["w-40", "w-52", "w-36", "w-48", "w-56", "w-44", "w-40", "w-52", "w-36", "w-48"].map((width, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          key={place}
          style={{ height: deliveryRowHeight }}
          className="flex flex-col justify-center gap-2 border-b border-line px-3.5"
        >
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
