import "server-only";
import type { FacetName } from "@/lib/api/facets";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Dialect } from "@/lib/env/database-url";
import { foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countedAtMost } from "./counted-at-most";
import { andAccents } from "./holds-text";
import { likePattern } from "./like-pattern";
import { wantedConditions } from "./list-any-of";
import { listWalk } from "./list-walk";

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
  const parts = request.facets.map((facet) => Prisma.sql`SELECT * FROM (${part(store.dialect, facet, request)}) p`);
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
  const conditions = await wantedConditions(store, "count", "any", { label: [label] });
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    ${await baseOf(store, filters)} SELECT count(*) AS "count" FROM "Base" c WHERE ${Prisma.join(conditions, " AND ")}`;
  return Number(row?.count ?? 0);
}

async function baseOf(store: Store, filters: ConversationFilters): Promise<Prisma.Sql> {
  const { selection, order } = await listWalk(store, filters, { descending: true, after: null });
  return Prisma.sql`
    WITH "Base" AS MATERIALIZED (
      SELECT c."id", c."lastEventAt", c."status", c."assigneeId", c."assigneeAddress", c."assigneeName", c."botId", c."channel", c."accountKey"
      ${selection}
      ORDER BY ${order} c."lastEventAt" DESC, c."id" DESC LIMIT ${countedAtMost(filters) + 1}
    )`;
}

/** `facet`, `value`, `detail`, `name`, `count` */
function part(dialect: Dialect, facet: FacetName, { search, limit }: FacetRequest): Prisma.Sql {
  const nothing = Prisma.sql`CAST(NULL AS TEXT)`;
  switch (facet) {
    case "status":
      return ofColumn(facet, "status", nothing, nothing);
    case "assignee":
      return ofColumn(facet, "assigneeId", Prisma.sql`b."assigneeAddress"`, Prisma.sql`max(b."assigneeName")`);
    case "bot":
      return ofColumn(facet, "botId", nothing, nothing);
    case "channel":
      return ofColumn(facet, "channel", nothing, nothing);
    case "account":
      return ofColumn(facet, "accountKey", nothing, nothing);
    case "label":
      return Prisma.sql`
        SELECT 'label' AS "facet", r."labelId" AS "value", b."accountKey" AS "detail", ${nothing} AS "name", count(*) AS "count"
        FROM ${joined(dialect, "ConversationLabel")} GROUP BY r."labelId", b."accountKey"`;
    case "has":
      return Prisma.sql`
        SELECT 'has' AS "facet", r."messageType" AS "value", ${nothing} AS "detail", ${nothing} AS "name", count(*) AS "count"
        FROM ${joined(dialect, "ConversationMessageType")} GROUP BY r."messageType"`;
    case "variables":
      return ofVariables(dialect, facet, Prisma.sql`r."name"`, Prisma.empty, mostNames);
    default: {
      const named = Prisma.sql`AND r."name" = ${shorten(facet.slice("var.".length))}`;
      const holding = containing(search);
      return ofVariables(dialect, facet, Prisma.sql`r."text"`, Prisma.sql`${named} ${holding}`, limit);
    }
  }
}

function ofColumn(facet: FacetName, name: string, detail: Prisma.Sql, label: Prisma.Sql): Prisma.Sql {
  const value = Prisma.raw(`b."${name}"`);
  return Prisma.sql`
    SELECT CAST(${facet} AS TEXT) AS "facet", ${value} AS "value", ${detail} AS "detail", ${label} AS "name", count(*) AS "count"
    FROM "Base" b GROUP BY ${value}, ${detail}`;
}

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
