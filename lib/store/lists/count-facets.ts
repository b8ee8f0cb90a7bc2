import "server-only";
import type { Access } from "@/lib/access/scope";
import type { FacetName } from "@/lib/api/facets";
import { defaultSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { FacetKey } from "@/lib/filters/filters";
import type { FacetDefinition } from "@/lib/filters/kinds/filter-definition";
import type { Store } from "@/lib/store/connection/client";
import { andShown } from "@/lib/store/masking/masked-names";
import { facetColumns } from "@/lib/store/projections/facet-sets/facet-set";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { type Asked, readAsked } from "./asked";
import { clauseSql, columnSql } from "./condition-sql";
import { counted, countedAtMost, countedSets, isOfSets } from "./list-counts";
import { listWay } from "./list-way";
import { requireShown } from "./personal-parameters";
import { type ConversationColumn, storedFilters } from "./stored-filters";
import { contains } from "./variable-rows";

const mostNames = 1000;

export interface FacetRequest {
  filters: ConversationFilters;
  facets: readonly FacetName[];
  /** Only variable values that contain this text. */
  search: string;
  /** Maximum rows per variable facet. */
  limit: number;
}

/** How many of the counted conversations have `value`; `detail` is the assignee's e-mail address or the label's account. */
export interface FacetRow {
  facet: FacetName;
  value: string | null;
  detail: string | null;
  name: string | null;
  count: number;
}

export interface FacetRows {
  rows: FacetRow[];
  /** More conversations match than were counted. */
  isCut: boolean;
}

interface Counting {
  store: Store;
  access: Access;
  asked: Asked;
  most: number | null;
}

/** Counts facets over the conversations that match `filters`. */
export async function countFacets(store: Store, access: Access, request: FacetRequest): Promise<FacetRows> {
  const { filters, facets } = request;
  await requireShown(store, access, { facets });
  const [asked, most] = [await readAsked(store, access, filters), countedAtMost(filters)];
  const counting = { store, access, asked, most };
  const parts = await Promise.all(
    request.facets.map(async (facet) => Prisma.sql`SELECT * FROM (${await part(counting, facet, request)}) p`),
  );
  const rows = await store.reader.$queryRaw<
    (Omit<FacetRow, "count" | "facet"> & { facet: string; count: bigint | number })[]
  >`
    WITH ${await countedSets(store, asked, most)}
    SELECT '' AS "facet", NULL AS "value", NULL AS "detail", NULL AS "name", CAST(sum("matching") AS bigint) AS "count" FROM "Counted"
    UNION ALL ${Prisma.join(parts, " UNION ALL ")}`;
  const total = Number(rows.find(({ facet }) => facet === "")?.count ?? 0);
  return {
    // All names are from the request, except the first row's.
    rows: rows.filter(({ facet }) => facet !== "").map((row) => ({ ...row, count: Number(row.count) })) as FacetRow[],
    isCut: most !== null && total > most,
  };
}

/** How many of the conversations counted by {@link countFacets} have the label with this name or id. */
export async function countLabel(
  store: Store,
  access: Access,
  filters: ConversationFilters,
  label: string,
): Promise<number> {
  const asked = await readAsked(store, access, filters);
  const { facets } = await readAsked(store, access, { ...noFilters, label: [label] });
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    WITH ${await countedSets(store, asked, countedAtMost(filters))}
    SELECT CAST(coalesce(sum("matching"), 0) AS bigint) AS "count" FROM "Counted" s WHERE ${Prisma.join(facets, " AND ")}`;
  return Number(row?.count ?? 0);
}

/** `facet`, `value`, `detail`, `name`, `count` */
async function part(counting: Counting, facet: FacetName, { search, limit }: FacetRequest): Promise<Prisma.Sql> {
  if (facet === "variables") return ofVariables(counting, facet, Prisma.sql`r."name"`, Prisma.sql`1 = 1`, mostNames);
  if (facet.startsWith("var.")) {
    const name = facet.slice("var.".length);
    const named = Prisma.sql`r."name" = ${shorten(name)} AND ${contains(search)} ${andShown(counting.access, name)}`;
    return ofVariables(counting, facet, Prisma.sql`r."text"`, named, limit);
  }
  // Every other name is a filter's.
  const definition = storedFilters[facet as FacetKey].facet;
  if (definition === undefined) throw new Error(`Unknown facet "${facet}".`);
  const { by } = definition;
  return by.kind === "column" && !(by.column in facetColumns)
    ? ofColumn(counting, facet, by.column, definition)
    : ofSets(facet, definition);
}

function ofSets(facet: FacetName, { by, detail, name }: FacetDefinition<ConversationColumn>): Prisma.Sql {
  const s = Prisma.sql`s.`;
  const value = by.kind === "column" ? columnSql(by.column, s) : Prisma.sql`v."value"`;
  const values =
    by.kind === "column"
      ? Prisma.empty
      : Prisma.sql`JOIN "FacetSetValue" v ON v."facetSetId" = s."id" AND v."kind" = ${by.of}`;
  const also = detail === undefined ? nothing : columnSql(detail, s);
  const label = name !== undefined && "column" in name ? Prisma.sql`max(${columnSql(name.column, s)})` : nothing;
  return Prisma.sql`
    SELECT ${nameOf(facet)}, ${value} AS "value", ${also} AS "detail", ${label} AS "name", CAST(sum(s."matching") AS bigint) AS "count"
    FROM "Counted" s ${values} GROUP BY ${detail === undefined ? value : Prisma.sql`${value}, ${also}`}`;
}

/** A column that is not part of facet sets. */
async function ofColumn(
  { store, access, asked, most }: Counting,
  facet: FacetName,
  column: ConversationColumn,
  { where }: FacetDefinition<ConversationColumn>,
): Promise<Prisma.Sql> {
  const condition =
    where === undefined
      ? Prisma.sql`1 = 1`
      : clauseSql({ how: "any", conditions: [where] }, { access, names: () => [], of: Prisma.sql`b.` });
  const columns = Prisma.sql`c."awaitsAnswer", c."lastPromptText"`;
  return Prisma.sql`
    SELECT ${nameOf(facet)}, ${columnSql(column, Prisma.sql`b.`)} AS "value", ${nothing} AS "detail", ${nothing} AS "name", count(*) AS "count"
    FROM (${await counted(store, asked, { columns, most, aside: true })}) b WHERE ${condition} GROUP BY 2`;
}

async function ofVariables(
  { store, access, asked, most }: Counting,
  facet: FacetName,
  value: Prisma.Sql,
  condition: Prisma.Sql,
  limit: number,
): Promise<Prisma.Sql> {
  const matching =
    isOfSets(asked) && asked.facets.length === 0 ? Prisma.sql`1 = 1` : await ofCounted({ store, access, asked, most });
  return Prisma.sql`
    SELECT ${nameOf(facet)}, ${value} AS "value", ${nothing} AS "detail", ${nothing} AS "name", count(*) AS "count"
    FROM "ConversationVariable" r WHERE ${condition} AND ${matching}
    GROUP BY ${value} ORDER BY count(*) DESC, ${value} LIMIT ${limit + 1}`;
}

/** SQLite would look up the variables of each conversation, even of a million: `+` makes it scan the values instead. */
async function ofCounted({ store, asked, most }: Counting): Promise<Prisma.Sql> {
  const ids = await counted(store, asked, { columns: Prisma.sql`c."id"`, most });
  const { begins } = await listWay(store, asked, defaultSort, 1);
  const aside = store.dialect === "sqlite" && most === null && begins !== "few" ? Prisma.sql`+` : Prisma.empty;
  return Prisma.sql`${aside}r."conversationId" IN (SELECT "id" FROM (${ids}) i)`;
}

const nothing = Prisma.sql`CAST(NULL AS TEXT)`;

function nameOf(facet: FacetName): Prisma.Sql {
  return Prisma.sql`CAST(${facet} AS TEXT) AS "facet"`;
}
