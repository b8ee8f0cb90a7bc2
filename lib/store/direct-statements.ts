import "server-only";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { PrismaTransaction, Store } from "./open-store";

/**
 * A transaction of the writer whose raw statements go to SQLite's driver directly. Prisma writes all their parameters as JSON
 * and reads them back on the way, bytes in base64, which costs as much as some of the statements. Everything else, and
 * Postgres, stays with Prisma.
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
      rowsOf(await driver.queryRaw(checked(queryOf(text, values)))),
    $executeRaw: (text: TemplateStringsArray, ...values: unknown[]) =>
      driver.executeRaw(checked(queryOf(text, values))),
  };
  return new Proxy(transaction, {
    get: (target, name) => (name in direct ? Reflect.get(direct, name) : Reflect.get(target, name)),
  });
}

function queryOf(text: TemplateStringsArray, values: unknown[]): SqlQuery {
  const { sql, values: args } = Prisma.sql(text, ...values);
  return { sql, args, argTypes: args.map(() => ({ scalarType: "unknown", arity: "scalar" })) };
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
