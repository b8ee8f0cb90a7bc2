import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Dialect } from "@/lib/env/database-url";
import { readMoment } from "@/lib/filters/values/moment";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import { foldForSearch, foldText } from "@/lib/search/fold-for-search";
import { andShown } from "@/lib/store/masking/masked-names";
import { comparableOf } from "@/lib/store/projections/comparable";
import { shorten } from "@/lib/store/reads/shorten";
import { andAccents } from "@/lib/store/search/holds-text";
import { likePattern } from "@/lib/store/search/like-pattern";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** A condition on rows `r` of "ConversationVariable": a conversation has a matching row, or none. */
export interface VariableRows {
  where: Prisma.Sql;
  /** An equivalent condition on one conversation's rows, if it performs better. */
  ofOne: Prisma.Sql;
  isWanted: boolean;
  /** All rows have one value: an index orders them by last day. */
  isOneValue: boolean;
}

/** Each test of each variable, with any of its values (`not`: with none of them). */
export function variableRows(dialect: Dialect, access: Access, wanted: readonly VariableFilter[]): VariableRows[] {
  const groups = Map.groupBy(wanted, ({ name, test, value }) =>
    JSON.stringify([test, name, test === "exists" && value]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { name, test, value } = first;
    const named = Prisma.sql`r."name" = ${shorten(name)}`;
    if (test === "exists") return [{ where: named, ofOne: named, isWanted: value === "yes", isOneValue: false }];
    const shown = andShown(access, name);
    const values = [first, ...others].map((one) => one.value);
    if (test !== "is" && test !== "not") {
      const tests = values.map((one) => (test === "contains" ? contains(one) : compared(dialect, test, one)));
      const where = Prisma.sql`${named} AND (${Prisma.join(tests, " OR ")}) ${shown}`;
      return [{ where, ofOne: where, isWanted: true, isOneValue: false }];
    }
    const texts = Prisma.join(values.map(shorten));
    const where = Prisma.sql`${named} AND r."text" IN (${texts}) ${shown}`;
    // Postgres would search for the conversation among all rows with the value: `||` makes it use the variable's own row.
    const ofOne = Prisma.sql`${named} AND r."text" || '' IN (${texts}) ${shown}`;
    return [{ where, ofOne, isWanted: test === "is", isOneValue: test === "is" && others.length === 0 }];
  });
}

/** The folded value; the column is null when folding changes nothing. */
const folded = Prisma.sql`coalesce(r."folded", r."text")`;

/** The value of a variable's row `r` contains the text. */
export function contains(text: string): Prisma.Sql {
  const sought = foldText(text);
  if (sought.plain === "") return Prisma.sql`1 = 1`;
  return Prisma.sql`(${folded} LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(Prisma.sql`r."accentText"`, sought)})`;
}

const operators = { over: ">", under: "<", min: ">=", max: "<=" } as const;

/** Only values of the same type are compared: numbers, dates (a date is the whole UTC day), otherwise text by code point. */
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
