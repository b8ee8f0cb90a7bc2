import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { bookmarkMarks, bookmarkPage } from "./bookmark";
import { getJson } from "./client";

export const bookmarkScope = { marks: "bookmark-marks", list: "bookmarks" } as const;

// The page parameter's type is taken from this value, and it is a cursor from the second page on.
const firstPage: string | null = null as string | null;

/** Everything that one keeps, by keys and ids. */
export function bookmarkMarksQuery() {
  return queryOptions({
    queryKey: [bookmarkScope.marks],
    queryFn: async ({ signal }) => (await getJson("/api/v1/bookmarks/marks", bookmarkMarks, { signal })).data,
    staleTime: 60_000,
  });
}

/** What one keeps, the latest first, a page after the other. */
export function bookmarksQuery() {
  return infiniteQueryOptions({
    queryKey: [bookmarkScope.list],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`;
      return getJson(`/api/v1/bookmarks${cursor}`, bookmarkPage, { signal });
    },
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}
