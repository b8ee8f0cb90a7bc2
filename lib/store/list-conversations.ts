import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { ConversationSort } from "@/lib/api/sort";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { duration, messageCount } from "./list-conditions";
import { listSelection } from "./list-selection";
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
  const { name, column, direction, beyond } = orderOf(request.sort);
  const walked = name === "createdAt" ? name : "lastEventAt";
  const selection = await listSelection(store, request.filters, "page", walked);
  const place = request.after;
  const start =
    place === null ? Prisma.empty : Prisma.sql`AND (${column}, c."id") ${beyond} (${place.value}, ${place.id})`;
  const found = await store.reader.$queryRaw<{ id: bigint; value: bigint | number }[]>`
    SELECT c."id" AS "id", ${column} AS "value" ${selection} ${start}
    ORDER BY ${column} ${direction}, c."id" ${direction} LIMIT ${request.limit + 1}`;
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

function orderOf(sort: ConversationSort) {
  const descending = sort.startsWith("-");
  // The enum's members are these names, with or without the minus.
  const name = sort.replace("-", "") as keyof typeof columns;
  const [direction, beyond] = descending ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`];
  return { name, column: columns[name], direction, beyond };
}
