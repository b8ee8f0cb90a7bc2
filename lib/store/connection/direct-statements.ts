import "server-only";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet, type Transaction } from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { nameStatement } from "./named-statements";
import type { Store } from "./open-store";
import type { Statements } from "./statements";

/** Statements sent directly to the driver. */
interface DirectStatements extends Statements {
  /**
   * Resolves when all statements have completed, including those that were not awaited.
   *
   * @throws the error of the first statement that failed
   */
  settled(): Promise<void>;
}

/**
 * Sends raw statements to the driver of the writer's open transaction, bypassing Prisma, which encodes all parameters as JSON
 * (bytes as base64) and decodes them again: that costs as much as some of the statements. On Postgres, plans are kept and
 * writes are pipelined: there `$executeRaw` resolves at once, with `NaN` as the number of rows, and a failed write makes all
 * later statements fail, including the commit.
 */
export function directStatements(store: Store, driver: Transaction): DirectStatements {
  const unanswered: Promise<unknown>[] = [];
  const query = (text: TemplateStringsArray, values: unknown[]): SqlQuery => {
    // Prisma ends a transaction that takes too long: after that, the statement would run in its own transaction.
    if (store.openTransaction() !== driver) throw new Error("The transaction has ended.");
    return queryOf(store, text, values);
  };
  return {
    // The caller specifies the row type, as with Prisma's `$queryRaw`.
    $queryRaw: async <Rows>(text: TemplateStringsArray, ...values: unknown[]) =>
      rowsOf(await driver.queryRaw(query(text, values))) as Rows,
    $executeRaw: async (text, ...values) => {
      const answer = driver.executeRaw(query(text, values));
      if (store.dialect === "sqlite") return answer;
      // `settled` reports the error.
      answer.catch(() => {});
      unanswered.push(answer);
      return Number.NaN;
    },
    settled: async () => {
      for (const answer of unanswered) await answer;
    },
  };
}

function queryOf({ dialect }: Store, text: TemplateStringsArray, values: unknown[]): SqlQuery {
  const statement = Prisma.sql(text, ...values);
  const args = statement.values;
  const sql = dialect === "sqlite" ? statement.sql : statement.text;
  const query: SqlQuery = { sql, args, argTypes: args.map(() => ({ scalarType: "unknown", arity: "scalar" })) };
  return dialect === "sqlite" ? query : nameStatement(query);
}

function rowsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(columnNames.map((name, place) => [name, cellOf(row[place], columnTypes[place])])),
  );
}

/** Converts like Prisma: 64-bit integers become bigints. */
function cellOf(cell: unknown, type: number | undefined): unknown {
  const isWide = type === ColumnTypeEnum.Int64 && (typeof cell === "number" || typeof cell === "string");
  return isWide ? BigInt(cell) : cell;
}
