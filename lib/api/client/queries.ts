import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { changes } from "./changes";
import { getJson } from "./client";
import { writeColumns } from "./columns";
import { conversation, summaryPage } from "./conversation";
import { counts } from "./counts";
import { type DeliveryFilters, deliveryDetail, deliveryPage } from "./delivery";
import { deliveryActivity } from "./delivery-activity";
import { eventPage, eventWithRaw } from "./event";
import { loadEvents } from "./events-of-conversation";
import { type FacetName, facets } from "./facets";
import { filterChoices } from "./filter-choices";
import { type ConversationFilters, noFilters, writeFilters } from "./filters";
import { projectionState } from "./projection-state";
import { rebuildState } from "./rebuild";
import { setup } from "./setup";
import { type ConversationSort, defaultSort } from "./sort";
import { unfamiliarReport } from "./unfamiliar";
import { visitor } from "./visitor";

const BASE = "/api/v1";
/** The size of a page of {@link conversationsQuery}. */
export const conversationsPerPage = 50;
/** The size of a page of {@link deliveriesQuery}. */
export const deliveriesPerPage = 50;

/** Live updates tell of what is stored later, so what was loaded counts as fresh for a minute. */
export const loadedForMs = 60_000;

/** The first part of every query key, so that a change can be told to the queries that it concerns. */
export const queryScope = {
  conversations: "conversations",
  counts: "counts",
  facets: "facets",
  filters: "filters",
  conversation: "conversation",
  events: "events",
  event: "event",
  visitor: "visitor",
  setup: "setup",
  deliveries: "deliveries",
  delivery: "delivery",
  deliveryActivity: "delivery-activity",
  unfamiliar: "unfamiliar",
  rebuild: "rebuild",
  projection: "projection",
} as const;

/** The inbox's list, a page after the other. */
export function conversationsQuery(
  filters: ConversationFilters,
  sort: ConversationSort = defaultSort,
  /** `var.<name>`: variables whose values are told as well. */
  columns: readonly string[] = [],
) {
  const more = columns.length === 0 ? {} : { columns: writeColumns(columns) };
  const search = searchOf(filters, { sort, limit: conversationsPerPage, ...more });
  return infiniteQueryOptions({
    queryKey: [queryScope.conversations, search],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return getJson(`${BASE}/conversations?${search}${cursor}`, summaryPage, { signal });
    },
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The first few conversations that hold `text`, the latest first. */
export function conversationSearchQuery(text: string, limit: number) {
  const search = searchOf({ ...noFilters, q: [text] }, { limit });
  return queryOptions({
    queryKey: [queryScope.conversations, "search", search],
    queryFn: ({ signal }) => getJson(`${BASE}/conversations?${search}`, summaryPage, { signal }),
  });
}

/** How many conversations each of the inbox's tabs holds. */
export function countsQuery(filters: ConversationFilters) {
  const search = searchOf(filters);
  return queryOptions({
    queryKey: [queryScope.counts, search],
    queryFn: ({ signal }) => getJson(`${BASE}/counts?${search}`, counts, { signal }),
  });
}

/** Which values the matching conversations have, and how many have each; `search` narrows the values. */
export function facetsQuery(filters: ConversationFilters, names: readonly FacetName[] = [], search = "") {
  const parameters = new URLSearchParams(searchOf(filters));
  for (const name of names) parameters.append("facet", name);
  if (search !== "") parameters.set("search", search);
  return queryOptions({
    queryKey: [queryScope.facets, parameters.toString()],
    queryFn: ({ signal }) => getJson(`${BASE}/facets?${parameters}`, facets, { signal }),
  });
}

/** What the list's filters can be set to. */
export function filterChoicesQuery() {
  return queryOptions({
    queryKey: [queryScope.filters],
    queryFn: ({ signal }) => getJson(`${BASE}/filters`, filterChoices, { signal }),
  });
}

/** A conversation's state now. */
export function conversationQuery(key: string) {
  return queryOptions({
    queryKey: [queryScope.conversation, key],
    queryFn: ({ signal }) => getJson(`${BASE}/conversations/${encodeURIComponent(key)}`, conversation, { signal }),
  });
}

/** How a conversation ended: its last events, at most fifty, in timeline order. */
export function lastEventsQuery(key: string) {
  return queryOptions({
    queryKey: [queryScope.events, key, "last"],
    queryFn: async ({ signal }) => {
      const path = `${BASE}/conversations/${encodeURIComponent(key)}/events?last=true&limit=50`;
      return (await getJson(path, eventPage, { signal })).data;
    },
  });
}

/**
 * All events of a conversation in timeline order; of a long one its end first. A refetch asks only for what was stored since.
 */
export function eventsQuery(key: string) {
  return queryOptions({
    queryKey: [queryScope.events, key],
    queryFn: ({ client, queryKey, signal }) =>
      loadEvents(key, {
        known: client.getQueryData(queryKey),
        signal,
        onTail: (tail) => client.setQueryData(queryKey, tail),
      }),
    staleTime: ({ state }) => (state.data?.complete === false ? 0 : loadedForMs),
    // Events that are known stay the same objects already; comparing thousands of payloads would only hold up the page.
    structuralSharing: false,
  });
}

/** Where a conversation's questions are a table, now or right after one of its events. */
export function questionTablePath(key: string, at: string | null): string {
  const moment = at === null ? "" : `&at=${encodeURIComponent(at)}`;
  return `${BASE}/conversations/${encodeURIComponent(key)}/questions?format=csv${moment}`;
}

/** One event with the exact text that was received. Events never change, so it is asked for once. */
export function eventQuery(id: string) {
  return queryOptions({
    queryKey: [queryScope.event, id],
    queryFn: ({ signal }) => getJson(`${BASE}/events/${encodeURIComponent(id)}`, eventWithRaw, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A visitor with all their conversations. */
export function visitorQuery(key: string) {
  return queryOptions({
    queryKey: [queryScope.visitor, key],
    queryFn: ({ signal }) => getJson(`${BASE}/visitors/${encodeURIComponent(key)}`, visitor, { signal }),
  });
}

/** What the Setup page shows. */
export function setupQuery() {
  return queryOptions({
    queryKey: [queryScope.setup],
    queryFn: ({ signal }) => getJson(`${BASE}/setup`, setup, { signal }),
  });
}

/** The webhook log, newest first. */
export function deliveriesQuery(filters: DeliveryFilters) {
  const parameters = new URLSearchParams([
    ...filters.verdict.map((verdict) => ["verdict", verdict]),
    ...filters.source.map((source) => ["source", source]),
    ...filters.resolution.map((resolution) => ["resolution", resolution]),
  ]);
  parameters.set("limit", String(deliveriesPerPage));
  const search = parameters.toString();
  return infiniteQueryOptions({
    queryKey: [queryScope.deliveries, search],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return getJson(`${BASE}/deliveries?${search}${cursor}`, deliveryPage, { signal });
    },
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One call of the webhook with its body. */
export function deliveryQuery(id: string) {
  return queryOptions({
    queryKey: [queryScope.delivery, id],
    queryFn: ({ signal }) => getJson(`${BASE}/deliveries/${encodeURIComponent(id)}`, deliveryDetail, { signal }),
  });
}

/** How many deliveries arrive, and how many wait in quarantine. */
export function deliveryActivityQuery() {
  return queryOptions({
    queryKey: [queryScope.deliveryActivity],
    queryFn: ({ signal }) => getJson(`${BASE}/deliveries/activity`, deliveryActivity, { signal }),
  });
}

/** Types and fields that nobody has described. */
export function unfamiliarQuery() {
  return queryOptions({
    queryKey: [queryScope.unfamiliar],
    queryFn: ({ signal }) => getJson(`${BASE}/unfamiliar`, unfamiliarReport, { signal }),
  });
}

/** What waits to be projected, asked again every two seconds. */
export function projectionQuery() {
  return queryOptions({
    queryKey: [queryScope.projection],
    queryFn: ({ signal }) => getJson(`${BASE}/projection`, projectionState, { signal }),
    refetchInterval: 2000,
  });
}

/** What is being rebuilt; asked again every two seconds until that is nothing. */
export function rebuildQuery() {
  return queryOptions({
    queryKey: [queryScope.rebuild],
    queryFn: ({ signal }) => getJson(`${BASE}/rebuild`, rebuildState, { signal }),
    refetchInterval: ({ state }) => (state.data?.data.length === 0 ? false : 2000),
  });
}

/** What was stored after `cursor`; without one, where the log stands now. */
export function fetchChanges(cursor: string | null, signal?: AbortSignal) {
  const search = cursor === null ? "" : `?after=${encodeURIComponent(cursor)}`;
  return getJson(`${BASE}/changes${search}`, changes, signal === undefined ? {} : { signal });
}

// The page parameter's type is taken from this value, and it is a cursor from the second page on.
const firstPage: string | null = null as string | null;

function searchOf(filters: ConversationFilters, more: Record<string, string | number> = {}): string {
  const parameters = writeFilters(filters);
  for (const [name, value] of Object.entries(more)) parameters.set(name, String(value));
  return parameters.toString();
}
