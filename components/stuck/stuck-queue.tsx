"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck, SearchX } from "lucide-react";
import { useRef } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { StuckItem } from "./stuck-item";
import { stuckQueueQuery } from "./stuck-query";
import { useStepKeys } from "./use-step-keys";

/** Some reasons begin without an event. */
const refetchMs = 30_000;

/** The conversations that are stuck, the most urgent first, updated live. */
export function StuckQueue({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const queue = useInfiniteQuery({ ...stuckQueueQuery(filters), refetchInterval: refetchMs });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = queue;
  const list = useRef<HTMLUListElement>(null);
  useStepKeys(list);
  if (!data) {
    if (!error) return <Skeleton className="h-64 rounded-xl!" />;
    return (
      <ErrorState title="The queue could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  const items = data.pages.flatMap((page) => page.data);
  return (
    <>
      <p role="status" className="text-sm text-muted empty:hidden">
        {items.length > 0 && countText(items.length, hasNextPage)}
      </p>
      {items.length === 0 ? (
        <NobodyStuck filters={filters} change={change} />
      ) : (
        <ul ref={list} aria-label="Stuck conversations" className="rounded-xl border border-line bg-pane">
          {items.map((item) => (
            <StuckItem key={item.key} item={item} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="self-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function countText(count: number, hasMore: boolean): string {
  if (hasMore) return `The first ${count} conversations that need attention`;
  return count === 1 ? "1 conversation needs attention" : `${count} conversations need attention`;
}

function NobodyStuck({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const isFiltered = writeFilters(filters).size > 0;
  return (
    <EmptyState
      icon={isFiltered ? <SearchX /> : <CircleCheck />}
      title={isFiltered ? "No matching conversation is stuck" : "Nobody is stuck"}
      heading="h2"
      action={isFiltered && <Button onClick={() => change(noFilters)}>Remove all filters</Button>}
    >
      Open conversations appear here when a visitor is going in circles, waits too long, or gets no answer.
    </EmptyState>
  );
}
