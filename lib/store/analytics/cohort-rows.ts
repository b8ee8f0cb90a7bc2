import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Cohort } from "@/lib/analytics/narrow";
import type { ColumnCondition } from "@/lib/filters/kinds/condition";
import type { Store } from "@/lib/store/connection/client";
import { readAsked } from "@/lib/store/lists/asked";
import { clauseSql, joined } from "@/lib/store/lists/condition-sql";
import { allMatching } from "@/lib/store/lists/list-counts";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** How conversations are grouped: `value` is an expression on conversations `c`, facet sets `s`, facts `f` and `join`. */
export interface Grouping {
  value: Prisma.Sql;
  join?: Prisma.Sql;
}

/** One group for all. */
const together: Grouping = { value: Prisma.sql`CAST(NULL AS TEXT)` };

/**
 * The cohort's conversations in the viewer's scope, as a statement whose rows have the columns that metrics test: of the
 * conversation, its facet set and its facts, and `group`. A conversation with several labels has one row for each group.
 */
export async function cohortRows(
  store: Store,
  access: Access,
  { filters, from, to }: Cohort,
  { value, join = Prisma.empty }: Grouping = together,
): Promise<Prisma.Sql> {
  const asked = await readAsked(store, access, filters);
  asked.times.createdAt.push({ from, to: to - 1n });
  return Prisma.sql`
    SELECT c."id", c."createdAt", c."lastEventAt", s."status", s."awaitsAnswer", s."handedOver", s."reopened",
      f."engaged", f."replied", f."closer", f."visitorTurns", f."visitorSpokeLast",
      f."handoverWait", f."closedAfter", c."lastEventAt" - c."createdAt" AS "duration", ${value} AS "group"
    FROM (SELECT c."id", c."createdAt", c."lastEventAt", c."facetSetId" ${await allMatching(store, asked)}) c
    JOIN "FacetSet" s ON s."id" = c."facetSetId" JOIN "Fact" f ON f."conversationId" = c."id" ${join}`;
}

/** A condition on these rows, as `m`. */
export function rowTest(access: Access, condition: ColumnCondition): Prisma.Sql {
  return clauseSql({ how: "any", conditions: [condition] }, { access, names: () => [], of: joined });
}
