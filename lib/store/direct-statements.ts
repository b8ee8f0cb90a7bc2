import "server-only";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { nameStatement } from "./named-statements";
import type { PrismaTransaction, Store } from "./open-store";

/**
 * A transaction of the writer whose raw statements go to the driver directly. Prisma writes all their parameters as JSON
 * and reads them back on the way, bytes in base64, which costs as much as some of the statements. Everything else stays with
 * Prisma. Postgres keeps such statements planned.
 */
export function withDirectStatements(transaction: PrismaTransaction, store: Store): PrismaTransaction {
  const driver = store.openTransaction();
  if (driver === null) return transaction;
  const checked = (query: SqlQuery): SqlQuery => {
    // Prisma ends one that takes too long: outside it the statement would be a transaction by itself.
    if (store.openTransaction() !== driver) throw new Error("The transaction has ended.");
    return query;
  };
  const direct = {
    $queryRaw: async (text: TemplateStringsArray, ...values: unknown[]) =>
      rowsOf(await driver.queryRaw(checked(queryOf(store, text, values)))),
    $executeRaw: (text: TemplateStringsArray, ...values: unknown[]) =>
      driver.executeRaw(checked(queryOf(store, text, values))),
  };
  return new Proxy(transaction, {
    get: (target, name) => (name in direct ? Reflect.get(direct, name) : Reflect.get(target, name)),
  });
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
