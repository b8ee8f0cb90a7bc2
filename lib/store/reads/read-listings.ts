import "server-only";
import { z } from "zod";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { jsonRows } from "@/lib/store/connection/json-rows";
import { labelName } from "@/lib/store/masking/label-name";
import { type Conversation, Prisma } from "@/prisma/generated/sqlite/client";
import { allInScope } from "./in-scope";

/** Large columns that are not shown in a list. */
const left = ["snapshot", "searchText", "accentText"] as const;
type ListedRow = Omit<Conversation, (typeof left)[number]>;

/** A conversation in a list: its columns, the bot's name and its labels; not the snapshot, which can be large. */
export interface ConversationListing extends ListedRow {
  botName: string | null;
  labels: { id: string; name: string | null }[];
}

const names = Object.keys(Prisma.ConversationScalarFieldEnum).filter((name) => !left.some((one) => one === name));
const columns = Prisma.raw(names.map((name) => `c."${name}"`).join(", "));

interface Listings {
  /** A query that returns `id`, used as `p`. */
  ids: Prisma.Sql;
  /** Additional columns. */
  also: Prisma.Sql;
  order: Prisma.Sql;
}

/** Lists conversations, each with the additional columns. */
export async function listingsOf<Also>(
  { reader, dialect }: Store,
  access: Access,
  { ids, also, order }: Listings,
): Promise<{ listing: ConversationListing; also: Also }[]> {
  const pairs =
    dialect === "sqlite"
      ? Prisma.sql`json_group_array(json_array(v."value", ${labelName(access)}))`
      : Prisma.sql`CAST(json_agg(json_build_array(v."value", ${labelName(access)})) AS text)`;
  const rows = await reader.$queryRaw<(ListedRow & Also & { botName: string | null; labels: string | null })[]>`
    SELECT ${columns}, b."name" AS "botName", ${also},
      (SELECT ${pairs} FROM "FacetSetValue" v
        LEFT JOIN "Label" named ON named."accountKey" = c."accountKey" AND named."labelId" = v."value"
        WHERE v."facetSetId" = c."facetSetId" AND v."kind" = 'label') AS "labels"
    FROM (${ids}) p JOIN "Conversation" c ON c."id" = p."id" LEFT JOIN "Bot" b ON b."id" = c."botId"
    WHERE ${allInScope(access, Prisma.sql`c.`)}
    ORDER BY ${order}`;
  return rows.map((row) => ({ listing: { ...row, labels: readLabels(row.labels) }, also: row }));
}

function readLabels(json: string | null): ConversationListing["labels"] {
  const pairs = z.array(z.tuple([z.string(), z.string().nullable()])).parse(JSON.parse(json ?? "[]"));
  return pairs.map(([id, name]) => ({ id, name }));
}

/** The conversations with these ids, in the given order. */
export async function readListings(
  store: Store,
  access: Access,
  ids: readonly bigint[],
): Promise<ConversationListing[]> {
  if (ids.length === 0) return [];
  const rows = ids.map((id, place) => ({ id, place }));
  const wanted = Prisma.sql`SELECT * FROM ${jsonRows(store.dialect, { id: "bigint", place: "integer" }, rows)}`;
  const place = Prisma.sql`p."place"`;
  const found = await listingsOf(store, access, { ids: wanted, also: place, order: place });
  return found.map(({ listing }) => listing);
}
