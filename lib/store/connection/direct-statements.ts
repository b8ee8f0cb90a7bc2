import "server-only";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { nameStatement } from "./named-statements";
import type { PrismaTransaction, Store } from "./open-store";

/** A transaction of the writer whose raw statements go to the driver directly. */
interface DirectTransaction {
  transaction: PrismaTransaction;
  /**
   * Resolves when every statement is answered, also those that nobody waits for.
   *
   * @throws what the first of them threw that failed
   */
  settled(): Promise<void>;
}

/**
 * Sends the raw statements of a writer's transaction to the driver directly. Prisma writes all their parameters as JSON
 * and reads them back on the way, bytes in base64, which costs as much as some of the statements. Everything else stays with
 * Prisma. Postgres keeps such statements planned, and takes writes one behind the other without anybody waiting for the answers:
 * there `$executeRaw` resolves at once, with `NaN` for the number of rows, and a write that fails makes all that follow it
 * fail, the commit included.
 */
export function withDirectStatements(transaction: PrismaTransaction, store: Store): DirectTransaction {
  const driver = store.openTransaction();
  if (driver === null) return { transaction, settled: async () => {} };
  const unanswered: Promise<unknown>[] = [];
  const checked = (query: SqlQuery): SqlQuery => {
    // Prisma ends one that takes too long: outside it the statement would be a transaction by itself.
    if (store.openTransaction() !== driver) throw new Error("The transaction has ended.");
    return query;
  };
  const execute = (text: TemplateStringsArray, ...values: unknown[]) =>
    driver.executeRaw(checked(queryOf(store, text, values)));
  const direct = {
    $queryRaw: async (text: TemplateStringsArray, ...values: unknown[]) =>
      rowsOf(await driver.queryRaw(checked(queryOf(store, text, values)))),
    $executeRaw: async (...statement: Parameters<typeof execute>) => {
      const answer = execute(...statement);
      if (store.dialect === "sqlite") return answer;
      // What it may throw is told by `settled`.
      answer.catch(() => {});
      unanswered.push(answer);
      return Number.NaN;
    },
  };
  return {
    transaction: new Proxy(transaction, {
      get: (target, name) => (name in direct ? Reflect.get(direct, name) : Reflect.get(target, name)),
    }),
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
