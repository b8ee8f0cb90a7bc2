import "server-only";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Dialect } from "@/lib/env/database-url";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { type ConversationListing, readListings } from "@/lib/store/reads/read-listings";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { listSelection } from "./list-selection";
import { directionOf, listWalk, type WalkedList } from "./list-walk";
import { sortSql } from "./sort-sql";

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

/** A page of the conversations that match, by keyset: conversations that arrive meanwhile shift nothing. */
export async function listConversations(store: Store, request: ListRequest): Promise<ListedPage> {
  const isOptional = sortDefinition(request.sort).isOptional ?? false;
  const most = request.limit + 1;
  const found = isOptional ? await findOptional(store, request, most) : await find(store, request, most);
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

interface Found {
  id: bigint;
  value: bigint | number | string;
}

async function find(store: Store, request: ListRequest, most: number): Promise<Found[]> {
  const { column, direction } = orderOf(store.dialect, request.sort);
  const { selection, order } = await selectionOf(store, request);
  return store.reader.$queryRaw<Found[]>`
    SELECT c."id" AS "id", ${column} AS "value" ${selection}
    ORDER BY ${order} ${column} ${direction}, c."id" ${direction} LIMIT ${most}`;
}

/** Stands for no value in the place of a row; no time and no number of microseconds is as large. */
const noValue = 9_007_199_254_740_991n;

/** First the conversations with a value, which an index has in order, then those without, by their age in the database. */
async function findOptional(store: Store, request: ListRequest, most: number): Promise<Found[]> {
  const { filters, sort, after } = request;
  const { column, direction, descending } = orderOf(store.dialect, sort);
  const selection = await listSelection(store, filters, "page");
  const isBeyondValues = after?.value === noValue;
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const keyset =
    after === null ? Prisma.empty : Prisma.sql`AND (${column}, c."id") ${beyond} (${after.value}, ${after.id})`;
  const present = isBeyondValues
    ? []
    : await store.reader.$queryRaw<Found[]>`
        SELECT c."id" AS "id", ${column} AS "value" ${selection} AND ${column} IS NOT NULL ${keyset}
        ORDER BY ${column} ${direction}, c."id" ${direction} LIMIT ${most}`;
  if (present.length === most) return present;
  const further = isBeyondValues ? Prisma.sql`AND c."id" ${beyond} ${after.id}` : Prisma.empty;
  const absent = await store.reader.$queryRaw<{ id: bigint }[]>`
    SELECT c."id" AS "id" ${selection} AND ${column} IS NULL ${further}
    ORDER BY c."id" ${direction} LIMIT ${most - present.length}`;
  return [...present, ...absent.map(({ id }) => ({ id, value: noValue }))];
}

async function selectionOf(store: Store, { filters, sort, after }: ListRequest): Promise<WalkedList> {
  const { name, column, descending } = orderOf(store.dialect, sort);
  const time = after === null || isByTitle(sort) ? null : { value: BigInt(after.value), id: after.id };
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
  return { value: isByTitle(sort) ? String(value) : BigInt(value), id: BigInt(id) };
}

function orderOf(dialect: Dialect, sort: ConversationSort) {
  const { name, isDescending: descending } = sortDefinition(sort);
  return { name, column: sortSql(dialect, sort), descending, direction: directionOf({ descending }) };
}

/** Titles are compared as texts, everything else as numbers. */
export function isByTitle(sort: ConversationSort): boolean {
  return sortDefinition(sort).by.kind === "title";
}
