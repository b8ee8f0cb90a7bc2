import "server-only";
import type { Clause } from "@/lib/filters/clauses-of";
import type { RowCondition } from "@/lib/filters/kinds/condition";
import type { Store } from "@/lib/store/connection/client";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { beforeStatusOfUnassigned, columnCondition } from "./column-condition";
import { columnTest } from "./column-test";
import { columnsOf, isIndexed, isOfColumns } from "./columns-asked";
import { resolveLabels } from "./list-names";
import { type Purpose, type Rows, relatedCondition, unrelatedCondition } from "./list-related";
import { rawCondition } from "./raw-condition";
import { searchCondition, searchExclusion } from "./search-condition";

export interface ClauseContext {
  purpose: Purpose;
  /** The list is also asked for conversations without an assignee. */
  isOfUnassigned?: boolean;
}

/** Conversations `c` that a clause lets pass; null where it lets all pass. */
export async function clauseCondition(
  store: Store,
  clause: Clause,
  context: ClauseContext,
): Promise<Prisma.Sql | null> {
  const { how, conditions } = clause;
  const rows = conditions.filter((condition) => condition.kind === "row");
  const texts = conditions.filter((condition) => condition.kind === "found");
  const raws = conditions.filter((condition) => condition.kind === "raw").map(({ text }) => text);
  const parts = [
    ...(conditions.some(isOfColumns) ? [await ofColumns(store, clause, context)] : []),
    ...(rows.length > 0 ? await ofRows(store, { how, rows }, context) : []),
    ...(await Promise.all(
      texts.map(({ text, by = null }) =>
        how === "any" ? searchCondition(store, context.purpose, text, by) : searchExclusion(store, text, by),
      ),
    )),
    ...(raws.length > 0 ? [rawCondition(store, how, raws)] : []),
  ];
  const given = parts.filter((part) => part !== null);
  if (how === "none") return Prisma.sql`(${Prisma.join(given, " AND ")})`;
  return given.length < parts.length ? null : Prisma.sql`(${Prisma.join(given, " OR ")})`;
}

async function ofColumns(store: Store, clause: Clause, { purpose, isOfUnassigned = false }: ClauseContext) {
  const conditions = clause.conditions.filter(isOfColumns);
  const test = await columnTest(store, conditions);
  // A column that is null is none of the values.
  if (clause.how === "none") return Prisma.sql`(${test(Prisma.sql`c.`)}) IS NOT TRUE`;
  const isOfStatus = conditions.flatMap(columnsOf).every((name) => name === "status");
  if (isOfStatus && isOfUnassigned) return test(await beforeStatusOfUnassigned(store));
  return isIndexed(clause) ? columnCondition(store, purpose, test, conditions.length) : test(Prisma.sql`c.`);
}

async function ofRows(
  store: Store,
  { how, rows }: { how: Clause["how"]; rows: readonly RowCondition[] },
  { purpose }: ClauseContext,
): Promise<Prisma.Sql[]> {
  const related = async (one: Rows) =>
    how === "any" ? relatedCondition(store, purpose, one) : unrelatedCondition(purpose, one);
  const found = await rowsOf(store, rows);
  if (found.length === 0) return how === "any" ? [Prisma.sql`1 = 0`] : [Prisma.sql`1 = 1`];
  return Promise.all(
    found.map(async ({ accountKey, ...one }) => {
      const condition = await related(one);
      if (accountKey === null) return condition;
      const own = how === "any" ? Prisma.sql`= ${accountKey} AND` : Prisma.sql`<> ${accountKey} OR`;
      return Prisma.sql`(c."accountKey" ${own} ${condition})`;
    }),
  );
}

interface RowsOfAccount extends Rows {
  /** Only of conversations of this account; null where that makes no difference. */
  accountKey: string | null;
}

/** The rows that pass any of the conditions. One name may stand for different labels in different accounts. */
async function rowsOf(store: Store, conditions: readonly RowCondition[]): Promise<RowsOfAccount[]> {
  const [first] = conditions;
  if (first === undefined) return [];
  const { table, column } = first.row;
  const among = (values: readonly string[], accountKey: string | null): RowsOfAccount => ({
    table: Prisma.raw(`"${table}"`),
    where: Prisma.sql`${Prisma.raw(`r."${column}"`)} IN (${Prisma.join([...new Set(values)])})`,
    accountKey,
  });
  const values = conditions.flatMap((one) => ("value" in one ? [shorten(one.value)] : []));
  const names = conditions.flatMap((one) => ("name" in one ? [one.name] : []));
  const { ids, named } = await resolveLabels(store, names);
  const isOnlyAccount = named.length > 0 && (await store.reader.platformAccount.count()) === 1;
  const all = [...values, ...ids];
  return [
    ...(all.length === 0 ? [] : [among(all, null)]),
    ...[...Map.groupBy(named, (label) => label.accountKey)].map(([accountKey, labels]) =>
      among(
        labels.map(({ labelId }) => labelId),
        isOnlyAccount ? null : accountKey,
      ),
    ),
  ];
}
