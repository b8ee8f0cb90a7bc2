import { infiniteQueryOptions } from "@tanstack/react-query";
import { getJson } from "./client";
import { eventPage } from "./event";
import { variableHistory } from "./visitor";

const eventsPerPage = 100;
// The page parameter's type is taken from this value, and it is a cursor from the second page on.
const firstPage: string | null = null as string | null;

/** The events of all of a visitor's conversations, the latest first, a page after the other. */
export function visitorEventsQuery(key: string) {
  return infiniteQueryOptions({
    queryKey: ["visitor-events", key],
    queryFn: ({ pageParam, signal }) =>
      getJson(`${addressOf(key)}/events?order=desc&limit=${eventsPerPage}${after(pageParam)}`, eventPage, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The values that a contact variable has had, a page after the other. */
export function variableHistoryQuery(key: string, name: string) {
  return infiniteQueryOptions({
    queryKey: ["variable-history", key, name],
    queryFn: ({ pageParam, signal }) =>
      getJson(
        `${addressOf(key)}/variables/${encodeURIComponent(name)}${pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`}`,
        variableHistory,
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function addressOf(key: string): string {
  return `/api/v1/visitors/${encodeURIComponent(key)}`;
}

function after(cursor: string | null): string {
  return cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
}
