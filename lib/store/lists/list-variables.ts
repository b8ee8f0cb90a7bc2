import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { readMoment } from "@/lib/filters/values/moment";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import { foldForSearch, foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { comparableOf } from "@/lib/store/projections/comparable";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andAccents } from "./holds-text";
import { likePattern } from "./like-pattern";
import { type Purpose, type Rows, relatedCondition, unrelatedCondition } from "./list-related";

const table = Prisma.sql`"ConversationVariable"`;

/** Conversations `c` whose variables pass: each test of each variable, with any of its values (of `not`: with none). */
export function variableConditions(
  store: Store,
  purpose: Purpose,
  wanted: readonly VariableFilter[],
): Promise<Prisma.Sql[]> {
  const groups = Map.groupBy(wanted, ({ name, test }) => `${test} ${name}`);
  const conditions = [...groups.values()].map(async ([first, ...others]): Promise<Prisma.Sql[]> => {
    if (first === undefined) return [];
    const { name, test } = first;
    const values = [first, ...others].map(({ value }) => value);
    if (test !== "exists") {
      const rows = variableRows(store.dialect, test, name, values);
      return [test === "not" ? unrelatedCondition(purpose, rows) : await relatedCondition(store, purpose, rows)];
    }
    const set = { table, where: named(name) };
    return Promise.all(
      values.map((value) =>
        value === "yes" ? relatedCondition(store, purpose, set) : unrelatedCondition(purpose, set),
      ),
    );
  });
  return Promise.all(conditions).then((found) => found.flat());
}

/** The rows of a variable whose value passes a test with any of `values`; of `not`, those that it excludes. */
export function variableRows(dialect: Dialect, test: ValueTest, name: string, values: readonly string[]): Rows {
  if (test !== "is" && test !== "not") {
    return { table, where: Prisma.sql`${named(name)} AND ${testOf(dialect, test, values)}` };
  }
  const texts = Prisma.join(values.map(shorten));
  return {
    table,
    where: Prisma.sql`${named(name)} AND r."text" IN (${texts})`,
    // Postgres would look for a conversation among all that have the value: `||` leads it to the variable's own row.
    ofOne: Prisma.sql`${named(name)} AND r."text" || '' IN (${texts})`,
  };
}

function named(name: string): Prisma.Sql {
  return Prisma.sql`r."name" = ${shorten(name)}`;
}

type ValueTest = Exclude<VariableFilter["test"], "exists">;
type Comparison = Exclude<ValueTest, "is" | "not">;

function testOf(dialect: Dialect, test: Comparison, values: readonly string[]): Prisma.Sql {
  const alternatives = values.map((value) => (test === "contains" ? contains(value) : compared(dialect, test, value)));
  return Prisma.sql`(${Prisma.join(alternatives, " OR ")})`;
}

/** The value as search folds it; its column is null where that changes nothing. */
const folded = Prisma.sql`coalesce(r."folded", r."text")`;

function contains(value: string): Prisma.Sql {
  const sought = foldText(value);
  return Prisma.sql`(${folded} LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(Prisma.sql`r."accentText"`, sought)})`;
}

const operators = { over: ">", under: "<", min: ">=", max: "<=" } as const;

/** Only values of one kind are compared: numbers, dates (a date is the whole UTC day), else texts by code points. */
function compared(dialect: Dialect, test: keyof typeof operators, value: string): Prisma.Sql {
  const operator = Prisma.raw(operators[test]);
  const { type, number } = comparableOf(value);
  if (type === "number") return Prisma.sql`(r."number" ${operator} ${number} AND r."type" = 'number')`;
  if (type === "date") {
    const moment = readMoment(value, test === "over" || test === "max" ? "end" : "start");
    return Prisma.sql`(r."number" ${operator} ${Number(moment)} AND r."type" = 'date')`;
  }
  const byCodePoints = dialect === "postgresql" ? Prisma.sql`COLLATE "C"` : Prisma.empty;
  return Prisma.sql`(${folded} ${byCodePoints} ${operator} ${foldForSearch(value)} AND r."type" = 'text')`;
}
