import "server-only";
import type { FacetName } from "@/lib/api/facets";
import type { Dialect } from "@/lib/env/database-url";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { FacetKey } from "@/lib/filters/filters";
import type { FacetDefinition } from "@/lib/filters/kinds/filter-definition";
import { foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { columnTest } from "./column-test";
import { columnsOf } from "./columns-asked";
import { countedAtMost } from "./counted-at-most";
import { andAccents } from "./holds-text";
import { likePattern } from "./like-pattern";
import { listConditions } from "./list-conditions";
import { listWalk } from "./list-walk";
import { type ConversationColumn, storedFilters } from "./stored-filters";
import { columnSql } from "./value-sql";

const mostNames = 1000;

export interface FacetRequest {
  filters: ConversationFilters;
  facets: readonly FacetName[];
  /** Only values of variables that contain this. */
  search: string;
  /** Rows of each facet of variables. */
  limit: number;
}

/** How many of the conversations counted have `value`; `detail` is the assignee's address or the label's account. */
export interface FacetRow {
  facet: FacetName;
  value: string | null;
  detail: string | null;
  name: string | null;
  count: number;
}

export interface FacetRows {
  rows: FacetRow[];
  /** More match than were counted. */
  isCut: boolean;
}

/** Counts facets over the conversations that match `filters`. */
export async function countFacets(store: Store, request: FacetRequest): Promise<FacetRows> {
  const base = await baseOf(store, request.filters);
  const parts = await Promise.all(
    request.facets.map(async (facet) => Prisma.sql`SELECT * FROM (${await part(store, facet, request)}) p`),
  );
  const rows = await store.reader.$queryRaw<
    (Omit<FacetRow, "count" | "facet"> & { facet: string; count: bigint | number })[]
  >`
    ${base}
    SELECT '' AS "facet", NULL AS "value", NULL AS "detail", NULL AS "name", count(*) AS "count" FROM "Base"
    UNION ALL ${Prisma.join(parts, " UNION ALL ")}`;
  const counted = Number(rows.find(({ facet }) => facet === "")?.count ?? 0);
  return {
    // Every name but the first row's was asked for.
    rows: rows.filter(({ facet }) => facet !== "").map((row) => ({ ...row, count: Number(row.count) })) as FacetRow[],
    isCut: counted > countedAtMost(request.filters),
  };
}

/** How many of the conversations that {@link countFacets} counts have the label of this name or id. */
export async function countLabel(store: Store, filters: ConversationFilters, label: string): Promise<number> {
  const conditions = await listConditions(store, { ...noFilters, label: [label] }, "count");
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    ${await baseOf(store, filters)} SELECT count(*) AS "count" FROM "Base" c WHERE ${conditions}`;
  return Number(row?.count ?? 0);
}

async function baseOf(store: Store, filters: ConversationFilters): Promise<Prisma.Sql> {
  const { selection, order } = await listWalk(store, filters, { descending: true, after: null });
  return Prisma.sql`
    WITH "Base" AS MATERIALIZED (
      SELECT ${Prisma.join(baseColumns.map((name) => columnSql(name, Prisma.sql`c.`)))}
      ${selection}
      ORDER BY ${order} c."lastEventAt" DESC, c."id" DESC LIMIT ${countedAtMost(filters) + 1}
    )`;
}

const definitions = Object.values(storedFilters).flatMap(({ facet }) => facet ?? []);

/** All columns that facets look at. */
const baseColumns: readonly ConversationColumn[] = [
  ...new Set<ConversationColumn>([
    "id",
    "lastEventAt",
    ...definitions.flatMap(({ by, detail, name, where }) => [
      ...(by.kind === "column" ? [by.column] : []),
      ...(detail === undefined ? [] : [detail]),
      ...(name !== undefined && "column" in name ? [name.column] : []),
      // The definitions' columns are checked where they are stored.
      ...(where === undefined ? [] : (columnsOf(where) as ConversationColumn[])),
    ]),
  ]),
];

/** `facet`, `value`, `detail`, `name`, `count` */
async function part(store: Store, facet: FacetName, { search, limit }: FacetRequest): Promise<Prisma.Sql> {
  if (facet === "variables") return ofVariables(store.dialect, facet, Prisma.sql`r."name"`, Prisma.empty, mostNames);
  if (facet.startsWith("var.")) {
    const named = Prisma.sql`AND r."name" = ${shorten(facet.slice("var.".length))}`;
    return ofVariables(store.dialect, facet, Prisma.sql`r."text"`, Prisma.sql`${named} ${containing(search)}`, limit);
  }
  // Every other name is that of a filter.
  const definition = storedFilters[facet as FacetKey].facet;
  if (definition === undefined) throw new Error(`Unknown facet "${facet}".`);
  return ofFilter(store, facet, definition);
}

async function ofFilter(
  store: Store,
  facet: FacetName,
  { by, detail, name, where }: FacetDefinition<ConversationColumn>,
): Promise<Prisma.Sql> {
  const b = Prisma.sql`b.`;
  const detailSql = detail === undefined ? nothing : columnSql(detail, b);
  const label = name !== undefined && "column" in name ? Prisma.sql`max(${columnSql(name.column, b)})` : nothing;
  const value = by.kind === "column" ? columnSql(by.column, b) : Prisma.raw(`r."${by.column}"`);
  const from = by.kind === "column" ? Prisma.sql`"Base" b WHERE 1 = 1` : joined(store.dialect, by.table);
  const condition = where === undefined ? Prisma.empty : Prisma.sql`AND ${(await columnTest(store, [where]))(b)}`;
  const group = detail === undefined ? value : Prisma.sql`${value}, ${detailSql}`;
  return Prisma.sql`
    SELECT CAST(${facet} AS TEXT) AS "facet", ${value} AS "value", ${detailSql} AS "detail", ${label} AS "name", count(*) AS "count"
    FROM ${from} ${condition} GROUP BY ${group}`;
}

const nothing = Prisma.sql`CAST(NULL AS TEXT)`;

function ofVariables(
  dialect: Dialect,
  facet: FacetName,
  value: Prisma.Sql,
  condition: Prisma.Sql,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT CAST(${facet} AS TEXT) AS "facet", ${value} AS "value", CAST(NULL AS TEXT) AS "detail", CAST(NULL AS TEXT) AS "name",
      count(*) AS "count"
    FROM ${joined(dialect, "ConversationVariable")} ${condition}
    GROUP BY ${value} ORDER BY count(*) DESC, ${value} LIMIT ${limit + 1}`;
}

/**
 * The rows that the counted conversations have in another table, looked up for each and never the other way round: SQLite keeps to the
 * order of a cross join, Postgres to that of a lateral one whose `OFFSET` it cannot dissolve.
 */
function joined(dialect: Dialect, table: string): Prisma.Sql {
  return dialect === "sqlite"
    ? Prisma.raw(`"Base" b CROSS JOIN "${table}" r WHERE r."conversationId" = b."id"`)
    : Prisma.raw(
        `"Base" b CROSS JOIN LATERAL (SELECT * FROM "${table}" t WHERE t."conversationId" = b."id" OFFSET 0) r WHERE true`,
      );
}

function containing(search: string): Prisma.Sql {
  const sought = foldText(search);
  if (sought.plain === "") return Prisma.empty;
  return Prisma.sql`AND coalesce(r."folded", r."text") LIKE ${likePattern(sought.plain)} ESCAPE '\\'
    ${andAccents(Prisma.sql`r."accentText"`, sought)}`;
}
