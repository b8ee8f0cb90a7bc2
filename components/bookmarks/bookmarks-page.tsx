"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { BookmarkItem } from "./bookmark-item";

const BookmarkText = lazy(() => import("./bookmark-text"));

/** All of the user's bookmarks, latest first; on wide screens with the text of the hovered or focused one. */
export function BookmarksPage() {
  const list = useInfiniteQuery(pagesOf(endpoints.listBookmarks));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const bookmarks = data?.pages.flatMap((page) => page.data) ?? [];
  const [shownId, setShownId] = useState<string | null>(null);
  const shown = bookmarks.find(({ id }) => id === shownId) ?? bookmarks[0];
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="List of bookmarks"
        className="w-full overflow-y-auto lg:w-96 lg:border-r lg:border-line lg:bg-pane"
      >
        <h1 className="px-4 pt-5 pb-3 text-xl font-semibold tracking-tight">Bookmarks</h1>
        {error && !data && (
          <ErrorState title="The bookmarks could not be loaded" onRetry={() => void refetch()}>
            {error.message}
          </ErrorState>
        )}
        {!data && !error && <Skeleton className="mx-4 h-44 rounded-xl!" />}
        {data && bookmarks.length === 0 && (
          <EmptyState icon={<Star />} title="No bookmarks yet">
            Use the star on a conversation or an event to bookmark it. Only you see your bookmarks.
          </EmptyState>
        )}
        <ul className="border-line empty:hidden lg:border-t">
          {bookmarks.map((bookmark) => (
            <BookmarkItem
              key={bookmark.id}
              bookmark={bookmark}
              isShown={bookmark === shown}
              onShow={() => setShownId(bookmark.id)}
            />
          ))}
        </ul>
        {hasNextPage && (
          <Button className="m-3" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Earlier bookmarks
          </Button>
        )}
      </section>
      {shown !== undefined && (
        <div className="min-w-0 flex-1 max-lg:hidden">
          <Suspense>
            <BookmarkText key={shown.id} bookmark={shown} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
