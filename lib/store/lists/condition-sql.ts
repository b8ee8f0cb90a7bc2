import "server-only";
import type { Clause } from "@/lib/filters/clauses-of";
import type { Condition, RawCondition, SeveralCondition, TextCondition, Value } from "@/lib/filters/kinds/condition";
import type { Range } from "@/lib/filters/values/range";
import { facetColumns } from "@/lib/store/projections/facet-set";
import { shorten, shortenMore } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Names } from "./names";

type RowCondition = Exclude<Condition, TextCondition | RawCondition>;

/** Columns that store shortened texts. */
const cut: Partial<Record<string, (text: string) => string>> = {
  closedById: shortenMore,
  closedByAddress: shortenMore,
  lastPromptType: shorten,
};

/** The condition for a clause without texts; `of` is the column prefix. Null matches no value. */
export function clauseSql({ how, conditions }: Clause, names: Names, of: Prisma.Sql): Prisma.Sql {
  const tests = conditions.flatMap((one) =>
    one.kind === "found" || one.kind === "raw" ? [] : [conditionSql(one, names, of)],
  );
  const any = Prisma.sql`(${Prisma.join(tests, " OR ")})`;
  return how === "any" ? any : Prisma.sql`${any} IS NOT TRUE`;
}

/** Whether facet sets can evaluate it. */
export function isOfFacets(condition: Condition): boolean {
  if (condition.kind === "several") return true;
  if (condition.kind === "found" || condition.kind === "raw" || condition.kind === "within") return false;
  if (condition.kind === "not") return isOfFacets(condition.condition);
  if (condition.kind === "both") return condition.conditions.every(isOfFacets);
  return condition.column in facetColumns;
}

function conditionSql(condition: RowCondition, names: Names, of: Prisma.Sql): Prisma.Sql {
  switch (condition.kind) {
    case "is":
      return Prisma.sql`${columnSql(condition.column, of)} = ${cut[condition.column]?.(condition.value) ?? condition.value}`;
    case "named":
      return among(columnSql(condition.column, of), names(condition.in, condition.name).map(storedValue));
    case "true":
      return Prisma.sql`${columnSql(condition.column, of)} IS TRUE`;
    case "set":
      return Prisma.sql`${columnSql(condition.column, of)} IS NOT NULL`;
    case "positive":
      return Prisma.sql`${columnSql(condition.column, of)} > 0`;
    case "within":
      return all(within(valueSql(condition.value, of), condition.range));
    case "both":
      return all(condition.conditions.map((one) => conditionSql(one, names, of)));
    case "not":
      return Prisma.sql`(${conditionSql(condition.condition, names, of)}) IS NOT TRUE`;
    case "several":
      return severalSql(condition, names, of);
  }
}

/** One name may refer to different labels in different accounts. */
function severalSql(condition: SeveralCondition, names: Names, of: Prisma.Sql): Prisma.Sql {
  const found =
    "value" in condition
      ? [{ value: shorten(condition.value), accountKey: null }]
      : names(condition.in, condition.name);
  const tests = [...Map.groupBy(found, ({ accountKey }) => accountKey)].map(([accountKey, values]) => {
    const has = Prisma.sql`EXISTS (SELECT 1 FROM "FacetSetValue" r WHERE r."facetSetId" = ${of}"id"
      AND r."kind" = ${condition.of} AND ${among(Prisma.sql`r."value"`, values.map(storedValue))})`;
    return accountKey === null ? has : Prisma.sql`(${of}"accountKey" = ${accountKey} AND ${has})`;
  });
  return Prisma.sql`(${Prisma.join(tests, " OR ")})`;
}

function storedValue({ value }: { value: string }): string {
  return value;
}

function among(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`${column} IN (${Prisma.join([...values])})`;
}

/** All of the conditions (AND); true if there are none. */
export function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.sql`(${Prisma.join([...conditions], " AND ")})`;
}

/** The conditions for a value in a range; none for an open end. */
export function within(value: Prisma.Sql, { from, to }: Range): Prisma.Sql[] {
  return [
    ...(from === null ? [] : [Prisma.sql`${value} >= ${from}`]),
    ...(to === null ? [] : [Prisma.sql`${value} <= ${to}`]),
  ];
}

/** The SQL of a value. Names come from definitions, never from a request. */
export function valueSql(value: Value, of: Prisma.Sql): Prisma.Sql {
  if (value.kind === "column") return columnSql(value.column, of);
  if (value.kind === "span") return Prisma.sql`(${columnSql(value.to, of)} - ${columnSql(value.from, of)})`;
  const columns = value.columns.map((name) => columnSql(name, of));
  return Prisma.sql`(${Prisma.join(columns, " + ")})`;
}

export function columnSql(name: string, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${of}${Prisma.raw(`"${name}"`)}`;
}
