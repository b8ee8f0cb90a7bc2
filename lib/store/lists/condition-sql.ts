import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Clause } from "@/lib/filters/clauses-of";
import { isSettled } from "@/lib/filters/definitions/conversation/settled";
import type {
  Condition,
  RawCondition,
  ReplyCondition,
  SeveralCondition,
  TextCondition,
  Value,
} from "@/lib/filters/kinds/condition";
import type { Range } from "@/lib/filters/values/range";
import { among } from "@/lib/store/connection/among";
import { facetColumns } from "@/lib/store/projections/facet-sets/facet-set";
import { factColumns } from "@/lib/store/projections/save-facts";
import { andInScope } from "@/lib/store/reads/in-scope";
import { shorten, shortenMore } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { idleSince } from "./idle-since";
import { localSql } from "./local-sql";
import type { Names } from "./names";
import { sequenceSql } from "./sequence-sql";
import { stepSql } from "./step-sql";

type RowCondition = Exclude<Condition, TextCondition | RawCondition>;

/** Columns that store shortened texts. */
const cut: Partial<Record<string, (text: string) => string>> = {
  closedById: shortenMore,
  closedByAddress: shortenMore,
  lastPromptType: shorten,
};

/** What conditions are evaluated with. */
interface Reading {
  access: Access;
  names: Names;
  /** The column prefix. */
  of: Prisma.Sql;
}

/** The condition for a clause without texts. Null matches no value. */
export function clauseSql({ how, conditions }: Clause, reading: Reading): Prisma.Sql {
  const tests = conditions.flatMap((one) =>
    one.kind === "found" || one.kind === "raw" ? [] : [conditionSql(one, reading)],
  );
  const any = Prisma.sql`(${Prisma.join(tests, " OR ")})`;
  return how === "any" ? any : Prisma.sql`${any} IS NOT TRUE`;
}

/** Whether facet sets can evaluate it. */
export function isOfFacets(condition: Condition): boolean {
  if (condition.kind === "several") return true;
  if (condition.kind === "found" || condition.kind === "raw") return false;
  if (condition.kind === "reply" || condition.kind === "step" || condition.kind === "sequence") return false;
  if (condition.kind === "within" || condition.kind === "local") return false;
  if (condition.kind === "idle" || condition.kind === "first") return false;
  if (condition.kind === "not") return isOfFacets(condition.condition);
  if (condition.kind === "both") return condition.conditions.every(isOfFacets);
  return condition.column in facetColumns;
}

function conditionSql(condition: RowCondition, reading: Reading): Prisma.Sql {
  const { access, names, of } = reading;
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
    case "local":
      return Prisma.sql`${localSql(columnSql(condition.column, of), condition.part, condition.zone)} = ${condition.value}`;
    case "idle":
      return Prisma.sql`${columnSql("lastEventAt", of)} <= ${idleSince()}`;
    case "first":
      return firstSql(access, of);
    case "both":
      return all(condition.conditions.map((one) => conditionSql(one, reading)));
    case "not":
      return Prisma.sql`(${conditionSql(condition.condition, reading)}) IS NOT TRUE`;
    case "reply":
      return replySql(condition, of);
    case "step": {
      const texts = (promptId: string) => names("prompt", promptId).map(storedValue);
      return stepSql(condition.test, { of, texts, settled: conditionSql(isSettled, reading) });
    }
    case "sequence":
      return sequenceSql(condition, { of, texts: (promptId) => names("prompt", promptId).map(storedValue) });
    case "several":
      return severalSql(condition, names, of);
  }
}

/** No earlier conversation of the visitor is in the viewer's scope; of two that started at once, the lower id is earlier. */
function firstSql(access: Access, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM "Conversation" n JOIN "Conversation" o ON o."visitorKey" = n."visitorKey"
    WHERE n."id" = ${of}"id" AND (o."createdAt" < n."createdAt" OR (o."createdAt" = n."createdAt" AND o."id" < n."id"))
      ${andInScope(access, Prisma.sql`o.`)})`;
}

function replySql(condition: ReplyCondition, of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "FactReply" r WHERE r."conversationId" = ${of}"id"
    AND ${all(replyTests(condition))})`;
}

function replyTests(condition: ReplyCondition): Prisma.Sql[] {
  if ("took" in condition) return [Prisma.sql`r."took" IS NOT NULL`, ...within(Prisma.sql`r."took"`, condition.took)];
  const byPerson = Prisma.sql`r."person" = ${shorten(condition.person)}`;
  return condition.which === "timed" ? [byPerson, Prisma.sql`r."took" IS NOT NULL`] : [byPerson];
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

/** The prefix of a row `m` that has the columns of a conversation, of its facet set and of its facts. */
export const joined = Prisma.sql`m.`;

export function columnSql(name: string, of: Prisma.Sql): Prisma.Sql {
  if (name in factColumns && of !== joined) {
    return Prisma.sql`(SELECT f.${Prisma.raw(`"${name}"`)} FROM "Fact" f WHERE f."conversationId" = ${of}"id")`;
  }
  return Prisma.sql`${of}${Prisma.raw(`"${name}"`)}`;
}
