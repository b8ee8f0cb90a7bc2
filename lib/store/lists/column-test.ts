import "server-only";
import type { ColumnCondition } from "@/lib/filters/kinds/condition";
import type { Store } from "@/lib/store/connection/client";
import { shorten, shortenMore } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { resolveAccounts, resolveBots, resolveChannels } from "./list-names";
import { within } from "./list-times";
import { columnSql, valueSql } from "./value-sql";

/** A test of columns; `of` stands before their names. */
export type ColumnTest = (of: Prisma.Sql) => Prisma.Sql;

const always: ColumnTest = () => Prisma.sql`1 = 1`;

/** Columns that hold long texts cut. */
const cut: Partial<Record<string, (text: string) => string>> = {
  closedById: shortenMore,
  closedByAddress: shortenMore,
  lastPromptType: shorten,
};

/** Any of the conditions; the values of one column are one test. */
export async function columnTest(store: Store, conditions: readonly ColumnCondition[]): Promise<ColumnTest> {
  const values = new Map<string, string[]>();
  const others: ColumnTest[] = [];
  for (const condition of conditions) {
    if (condition.kind === "is") add(values, condition.column, [condition.value]);
    else if (condition.kind === "named") {
      const found = await resolve(store, condition);
      if (found === "all") return always;
      add(values, condition.column, found);
    } else others.push(await testOf(store, condition));
  }
  return either([...[...values].map(([column, given]) => among(column, given)), ...others]);
}

async function testOf(store: Store, condition: ColumnCondition): Promise<ColumnTest> {
  switch (condition.kind) {
    case "is":
    case "named":
      return columnTest(store, [condition]);
    case "true":
      return (of) => Prisma.sql`${columnSql(condition.column, of)} IS TRUE`;
    case "set":
      return (of) => Prisma.sql`${columnSql(condition.column, of)} IS NOT NULL`;
    case "positive":
      return (of) => Prisma.sql`${columnSql(condition.column, of)} > 0`;
    case "within":
      return (of) => all(within(valueSql(condition.value, of), condition.range));
    case "both": {
      const tests = await Promise.all(condition.conditions.map((one) => testOf(store, one)));
      return (of) => all(tests.map((test) => test(of)));
    }
    case "not":
      return negated(store, condition.condition);
  }
}

/** Written so that an index can answer it, where that is possible. */
async function negated(store: Store, condition: ColumnCondition): Promise<ColumnTest> {
  if (condition.kind === "set") return (of) => Prisma.sql`${columnSql(condition.column, of)} IS NULL`;
  if (condition.kind === "true") return (of) => Prisma.sql`${columnSql(condition.column, of)} IS NOT TRUE`;
  if (condition.kind === "positive") return (of) => Prisma.sql`${columnSql(condition.column, of)} = 0`;
  const test = await testOf(store, condition);
  return (of) => Prisma.sql`(${test(of)}) IS NOT TRUE`;
}

/** What the column holds of everything with this name; "all" where no conversation has anything else. */
async function resolve(store: Store, { in: dictionary, name }: ColumnCondition & { kind: "named" }) {
  switch (dictionary) {
    case "bot":
      return resolveBots(store, [name]);
    case "channel":
      return resolveChannels(store, [name]);
    case "account": {
      // Mostly there is one account only: then there is no need to look.
      const { keys, areAll } = await resolveAccounts(store, [name]);
      return areAll ? "all" : keys;
    }
    case "label":
      throw new Error("A label is not in a column of the conversation.");
  }
}

function add(values: Map<string, string[]>, column: string, found: readonly string[]): void {
  const known = values.get(column) ?? [];
  values.set(column, [...known, ...found.map(cut[column] ?? ((text) => text))]);
}

function among(name: string, values: readonly string[]): ColumnTest {
  if (values.length === 0) return () => Prisma.sql`1 = 0`;
  return (of) => Prisma.sql`${columnSql(name, of)} IN (${Prisma.join([...new Set(values)])})`;
}

function either(tests: readonly ColumnTest[]): ColumnTest {
  const [first, ...others] = tests;
  if (first !== undefined && others.length === 0) return first;
  return (of) =>
    Prisma.sql`(${Prisma.join(
      tests.map((test) => test(of)),
      " OR ",
    )})`;
}

function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.sql`(${Prisma.join([...conditions], " AND ")})`;
}
