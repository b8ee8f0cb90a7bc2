"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ConversationRow, rowHeight } from "@/components/conversation-row/conversation-row";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { conversationsQuery } from "@/lib/api/client/conversation-queries";
import { noFilters } from "@/lib/filters/conversation-filters";

/** All conversations of a visitor, latest first, page by page. */
export function VisitorConversations({ visitorKey }: { visitorKey: string }) {
  const list = useInfiniteQuery(conversationsQuery({ ...noFilters, visitor: [visitorKey] }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  if (error && !data) {
    return (
      <ErrorState title="The conversations could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="mt-4 h-44 w-full rounded-xl!" />;
  return (
    <>
      <ul className="mt-4 overflow-hidden rounded-xl border border-line bg-pane">
        {data.pages
          .flatMap((page) => page.data)
          .map((summary) => (
            <li key={summary.key} style={{ height: rowHeight }} className="[&:last-child>a]:border-b-0">
              <ConversationRow
                summary={summary}
                href={`/conversations/${encodeURIComponent(summary.key)}`}
                selected={false}
                searchText={undefined}
              />
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Button className="mt-3" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier conversations
        </Button>
      )}
    </>
  );
}
