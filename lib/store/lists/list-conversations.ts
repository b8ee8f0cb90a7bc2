import "server-only";
import type { Access } from "@/lib/access/scope";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Dialect } from "@/lib/env/database-url";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { type ConversationListing, listingsOf } from "@/lib/store/reads/read-listings";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { readAsked } from "./asked";
import { type ListOrder, listIds } from "./list-ids";
import { listWay } from "./list-way";
import { requireShown } from "./personal-parameters";
import { sortSql } from "./sort-sql";

/** A cursor in a sorted list: the value of the sort column (microseconds, a count or a text), and the id as tie-breaker. */
export interface ListPlace {
  value: bigint | string;
  id: bigint;
}

export interface ListRequest {
  filters: ConversationFilters;
  sort: ConversationSort;
  limit: number;
  /** The last row of the previous page; null for the first page. */
  after: ListPlace | null;
}

export interface ListedPage {
  rows: ConversationListing[];
  /** The next page's cursor; null on the last page. */
  next: ListPlace | null;
}

/**
 * A page of matching conversations with keyset pagination: new conversations do not shift rows. At most three statements:
 * filter names, counts to choose a plan, and the page.
 */
export async function listConversations(store: Store, access: Access, request: ListRequest): Promise<ListedPage> {
  const { filters, sort, limit, after } = request;
  await requireShown(store, access, { sort });
  const asked = await readAsked(store, access, filters);
  const way = await listWay(store, asked, sort, limit + 1);
  const order = orderOf(store.dialect, sort);
  const ids = listIds(store.dialect, { asked, way, order, after, most: limit + 1 });
  const found = await listingsOf<{ value: bigint | number | string }>(store, access, {
    ids,
    also: Prisma.sql`p."value"`,
    order: Prisma.sql`CASE WHEN p."isPresent" = 1 THEN 0 ELSE 1 END, p."value" ${order.direction}, p."id" ${order.direction}`,
  });
  const page = found.slice(0, limit);
  const end = found.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ listing }) => listing),
    next: end === undefined ? null : placeOf(sort, { value: end.also.value, id: end.listing.id }),
  };
}

function placeOf(sort: ConversationSort, { value, id }: { value: bigint | number | string; id: bigint }): ListPlace {
  return { value: isByTitle(sort) ? String(value) : BigInt(value), id };
}

function orderOf(dialect: Dialect, sort: ConversationSort): ListOrder {
  const { name, isDescending, isOptional = false } = sortDefinition(sort);
  return {
    name,
    value: sortSql(dialect, sort),
    isOptional,
    isDescending,
    direction: isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`,
    beyond: isDescending ? Prisma.sql`<` : Prisma.sql`>`,
  };
}

/** Titles are compared as text, everything else as numbers. */
function isByTitle(sort: ConversationSort): boolean {
  return sortDefinition(sort).by.kind === "title";
}
