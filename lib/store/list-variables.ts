import "server-only";
import { readMoment } from "@/lib/api/moment";
import type { VariableFilter } from "@/lib/api/variable-filter";
import type { Dialect } from "@/lib/env/database-url";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { comparableOf } from "./comparable";
import { likePattern } from "./like-pattern";
import { type Purpose, relatedCondition, unrelatedCondition } from "./list-related";
import { shorten } from "./shorten";

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
    const named = Prisma.sql`r."name" = ${shorten(name)}`;
    if (test === "exists") {
      return Promise.all(
        values.map((value) =>
          value === "yes" ? relatedCondition(store, purpose, table, named) : unrelatedCondition(table, named),
        ),
      );
    }
    const where = Prisma.sql`${named} AND ${testOf(store.dialect, test, values)}`;
    return [test === "not" ? unrelatedCondition(table, where) : await relatedCondition(store, purpose, table, where)];
  });
  return Promise.all(conditions).then((found) => found.flat());
}

type ValueTest = Exclude<VariableFilter["test"], "exists">;

function testOf(dialect: Dialect, test: ValueTest, values: readonly string[]): Prisma.Sql {
  if (test === "is" || test === "not") return Prisma.sql`r."text" IN (${Prisma.join(values.map(shorten))})`;
  const alternatives = values.map((value) => (test === "contains" ? contains(value) : compared(dialect, test, value)));
  return Prisma.sql`(${Prisma.join(alternatives, " OR ")})`;
}

/** The value as search folds it; its column is null where that changes nothing. */
const folded = Prisma.sql`coalesce(r."folded", r."text")`;

function contains(value: string): Prisma.Sql {
  return Prisma.sql`${folded} LIKE ${likePattern(foldForSearch(value))} ESCAPE '\\'`;
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
