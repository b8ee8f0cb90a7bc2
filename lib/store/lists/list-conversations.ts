import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { type ConversationSort, isByText } from "@/lib/api/sort";
import type { Dialect } from "@/lib/env/database-url";
import type { Store } from "@/lib/store/connection/client";
import { type ConversationListing, readListings } from "@/lib/store/reads/read-listings";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { column } from "./list-any-of";
import { duration, messageCount } from "./list-conditions";
import { listSelection } from "./list-selection";
import { directionOf, listWalk, type WalkedList } from "./list-walk";
import { titleInOrder } from "./title-in-order";

/** A place in a sorted list: the sort column's value (microseconds, a count or a text), and the id that tells ties apart. */
export interface ListPlace {
  value: bigint | string;
  id: bigint;
}

export interface ListRequest {
  filters: ConversationFilters;
  sort: ConversationSort;
  limit: number;
  /** The last row of the page before; null for the first page. */
  after: ListPlace | null;
}

export interface ListedPage {
  rows: ConversationListing[];
  /** Where the next page begins; null on the last page. */
  next: ListPlace | null;
}

const columns = {
  lastEventAt: () => column("lastEventAt"),
  createdAt: () => column("createdAt"),
  title: titleInOrder,
  messages: () => messageCount,
  eventCount: () => column("eventCount"),
  duration: () => duration,
  noteCount: () => column("noteCount"),
  gapCount: () => column("gapCount"),
} as const;

/** A page of the conversations that match, by keyset: conversations that arrive meanwhile shift nothing. */
export async function listConversations(store: Store, request: ListRequest): Promise<ListedPage> {
  const { column, direction } = orderOf(store.dialect, request.sort);
  const { selection, order } = await selectionOf(store, request);
  const found = await store.reader.$queryRaw<{ id: bigint; value: bigint | number | string }[]>`
    SELECT c."id" AS "id", ${column} AS "value" ${selection}
    ORDER BY ${order} ${column} ${direction}, c."id" ${direction} LIMIT ${request.limit + 1}`;
  const page = found.slice(0, request.limit);
  const end = found.length > request.limit ? page.at(-1) : undefined;
  return {
    rows: await readListings(
      store,
      page.map(({ id }) => id),
    ),
    next: end === undefined ? null : placeOf(request.sort, end),
  };
}

async function selectionOf(store: Store, { filters, sort, after }: ListRequest): Promise<WalkedList> {
  const { name, column, descending } = orderOf(store.dialect, sort);
  const time = after === null || isByText(sort) ? null : { value: BigInt(after.value), id: after.id };
  if (name === "lastEventAt") return listWalk(store, filters, { descending, after: time });
  const selection =
    name === "createdAt"
      ? await listSelection(store, filters, "page by beginning", {
          walked: name,
          descending,
          after: time?.value ?? null,
        })
      : await listSelection(store, filters, "page");
  if (after === null) return { selection, order: Prisma.empty };
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  return {
    selection: Prisma.sql`${selection} AND (${column}, c."id") ${beyond} (${after.value}, ${after.id})`,
    order: Prisma.empty,
  };
}

function placeOf(sort: ConversationSort, { value, id }: { value: bigint | number | string; id: bigint }): ListPlace {
  return { value: isByText(sort) ? String(value) : BigInt(value), id: BigInt(id) };
}

function orderOf(dialect: Dialect, sort: ConversationSort) {
  const descending = sort.startsWith("-");
  // The enum's members are these names, with or without the minus.
  const name = sort.replace("-", "") as keyof typeof columns;
  return { name, column: columns[name](dialect), descending, direction: directionOf({ descending }) };
}
