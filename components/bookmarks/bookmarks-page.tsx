"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { BookmarkItem } from "./bookmark-item";

/** Everything that one keeps, the latest first. */
export function BookmarksPage() {
  const list = useInfiniteQuery(pagesOf(endpoints.listBookmarks));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const bookmarks = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 sm:px-6">
      <h1 className="text-xl font-semibold tracking-tight">Bookmarks</h1>
      {error && !data && (
        <ErrorState title="The bookmarks could not be loaded" onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      )}
      {!data && !error && <Skeleton className="mt-4 h-44 w-full rounded-xl!" />}
      {data && bookmarks.length === 0 && (
        <EmptyState icon={<Star />} title="No bookmarks yet">
          Use the star on a conversation or an event to bookmark it. Only you see your bookmarks.
        </EmptyState>
      )}
      {bookmarks.length > 0 && (
        <ul className="mt-4 overflow-hidden rounded-xl border border-line bg-pane">
          {bookmarks.map((bookmark) => (
            <BookmarkItem key={bookmark.id} bookmark={bookmark} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="mt-3" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier bookmarks
        </Button>
      )}
    </div>
  );
}
