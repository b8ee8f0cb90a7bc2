import "server-only";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { ColumnDefinition, Database, Statement } from "better-sqlite3";
import { rowIdTables } from "./row-ids";

/** Ingestion has about twenty statements; lists with their filters come in many shapes. */
const mostKept = 100;

/**
 * Keeps the connection's prepared statements: Prisma's adapter prepares each anew at every use, which costs more than running
 * it. The adapter (pinned to one version) calls `prepare(sql).bind(args)` and then `run`, `columns` or `raw().all`.
 */
export function keepStatements(adapter: SqlDriverAdapter): void {
  const { client } = adapter as unknown as { client: Database };
  const kept = new Map<string, Statement>();
  const prepare = client.prepare.bind(client);
  const statement = (sql: string): Statement => {
    const found = kept.get(sql) ?? prepare(sql);
    // The last used stands last; the first to go is the one unused for longest.
    kept.delete(sql);
    kept.set(sql, found);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found;
  };
  Object.assign(client, { prepare: (sql: string) => ({ bind: (args: unknown[]) => bound(statement(sql), args) }) });
}

/** better-sqlite3 binds for good; a kept statement takes its values at each run. */
function bound(statement: Statement, args: unknown[]) {
  return {
    reader: statement.reader,
    columns: () => statement.columns().map(withWideId),
    run: () => statement.run(...args),
    raw: () => ({ all: () => statement.raw(true).all(...args) }),
  };
}

/** Prisma takes what is declared as INTEGER for 32 bits. */
function withWideId(column: ColumnDefinition): ColumnDefinition {
  const isRowId = column.column === "id" && column.table !== null && rowIdTables.has(column.table);
  return isRowId ? { ...column, type: "BIGINT" } : column;
}
