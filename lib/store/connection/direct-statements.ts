import "server-only";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet, type Transaction } from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { nameStatement } from "./named-statements";
import type { Store } from "./open-store";
import type { Statements } from "./statements";

/** Statements that go to the driver directly. */
interface DirectStatements extends Statements {
  /**
   * Resolves when every statement is answered, also those that nobody waits for.
   *
   * @throws what the first of them threw that failed
   */
  settled(): Promise<void>;
}

/**
 * Sends raw statements to the driver of the writer's open transaction. Prisma writes all their parameters as JSON and reads
 * them back on the way, bytes in base64, which costs as much as some of the statements. Postgres keeps such statements planned,
 * and takes writes one after the other without anybody waiting for the answers: there `$executeRaw` resolves at once, with `NaN`
 * for the number of rows, and a write that fails makes all that follow it fail, the commit included.
 */
export function directStatements(store: Store, driver: Transaction): DirectStatements {
  const unanswered: Promise<unknown>[] = [];
  const query = (text: TemplateStringsArray, values: unknown[]): SqlQuery => {
    // Prisma ends a transaction that takes too long: outside it the statement would be a transaction by itself.
    if (store.openTransaction() !== driver) throw new Error("The transaction has ended.");
    return queryOf(store, text, values);
  };
  return {
    // The caller names the rows' type, as with Prisma's `$queryRaw`.
    $queryRaw: async <Rows>(text: TemplateStringsArray, ...values: unknown[]) =>
      rowsOf(await driver.queryRaw(query(text, values))) as Rows,
    $executeRaw: async (text, ...values) => {
      const answer = driver.executeRaw(query(text, values));
      if (store.dialect === "sqlite") return answer;
      // What it may throw is told by `settled`.
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

/** As Prisma gives it: 64 bits are a bigint. */
function cellOf(cell: unknown, type: number | undefined): unknown {
  const isWide = type === ColumnTypeEnum.Int64 && (typeof cell === "number" || typeof cell === "string");
  return isWide ? BigInt(cell) : cell;
}
