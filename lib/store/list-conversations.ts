import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { ConversationSort } from "@/lib/api/sort";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { duration, messageCount } from "./list-conditions";
import { listSelection } from "./list-selection";
import { directionOf, listWalk, type WalkedList } from "./list-walk";
import { type ConversationListing, readListings } from "./read-listings";

/** A place in a sorted list: the sort column's value (microseconds or a count), and the id that tells ties apart. */
export interface ListPlace {
  value: bigint;
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
  lastEventAt: Prisma.sql`c."lastEventAt"`,
  createdAt: Prisma.sql`c."createdAt"`,
  eventCount: Prisma.sql`c."eventCount"`,
  messages: messageCount,
  duration,
} as const;

/** A page of the conversations that match, by keyset: conversations that arrive meanwhile shift nothing. */
export async function listConversations(store: Store, request: ListRequest): Promise<ListedPage> {
  const { column, direction } = orderOf(request.sort);
  const { selection, order } = await selectionOf(store, request);
  const found = await store.reader.$queryRaw<{ id: bigint; value: bigint | number }[]>`
    SELECT c."id" AS "id", ${column} AS "value" ${selection}
    ORDER BY ${order} ${column} ${direction}, c."id" ${direction} LIMIT ${request.limit + 1}`;
  const page = found.slice(0, request.limit);
  const last = page.at(-1);
  return {
    rows: await readListings(
      store,
      page.map(({ id }) => id),
    ),
    next:
      last === undefined || found.length <= request.limit ? null : { value: BigInt(last.value), id: BigInt(last.id) },
  };
}

async function selectionOf(store: Store, { filters, sort, after }: ListRequest): Promise<WalkedList> {
  const { name, column, descending } = orderOf(sort);
  if (name === "lastEventAt") return listWalk(store, filters, { descending, after });
  const selection =
    name === "createdAt"
      ? await listSelection(store, filters, "page by beginning", {
          walked: name,
          descending,
          after: after?.value ?? null,
        })
      : await listSelection(store, filters, "page");
  if (after === null) return { selection, order: Prisma.empty };
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  return {
    selection: Prisma.sql`${selection} AND (${column}, c."id") ${beyond} (${after.value}, ${after.id})`,
    order: Prisma.empty,
  };
}

function orderOf(sort: ConversationSort) {
  const descending = sort.startsWith("-");
  // The enum's members are these names, with or without the minus.
  const name = sort.replace("-", "") as keyof typeof columns;
  return { name, column: columns[name], descending, direction: directionOf({ descending }) };
}
