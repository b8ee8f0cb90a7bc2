import "server-only";
import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import BetterSqlite3, { type Database, type Statement } from "better-sqlite3";
import { AppError } from "@/lib/errors/app-error";
import { keepPrivate } from "./keep-private";
import { sqliteError } from "./sqlite-error";
import { bindable, columnTypes, resultValue } from "./sqlite-values";

export const busyTimeoutMs = 5000;

/** Pragmas set on each connection when it opens. `secure_delete` overwrites what is deleted (docs/decisions/0046-erasure.md). */
export const settings = `
  PRAGMA busy_timeout = ${busyTimeoutMs};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA cache_size = -16000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
`;

/** Ingestion uses about twenty statements; lists produce one per combination of filters. */
const mostKept = 100;

/**
 * A connection to a SQLite file. Calls are synchronous. Prepared statements are cached: preparing one costs more than running
 * it.
 */
export class SqliteConnection {
  readonly #database: Database;
  readonly #kept = new Map<string, Statement<unknown[]>>();

  constructor(database: Database) {
    this.#database = database.defaultSafeIntegers(true);
  }

  /**
   * Opens a file, creating it if it does not exist.
   *
   * @param isReadOnly refuses writes through this connection
   * @throws AppError database_unsafe when the connection is not durable
   */
  static open(path: string, isReadOnly = false): SqliteConnection {
    keepPrivate(path);
    const connection = new SqliteConnection(new BetterSqlite3(path));
    try {
      connection.run(settings);
      verifySettings(connection);
      if (isReadOnly) connection.run("PRAGMA query_only = ON");
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** An empty in-memory database. */
  static inMemory(): SqliteConnection {
    return new SqliteConnection(new BetterSqlite3(":memory:"));
  }

  /** @throws DriverAdapterError */
  query(query: SqlQuery): SqlResultSet {
    return orDriverError(() => {
      const statement = this.#statement(query.sql);
      const values = bindable(query);
      if (!statement.reader) {
        statement.run(...values);
        return { columnNames: [], columnTypes: [], rows: [] };
      }
      // With `raw`, each row is an array of values.
      const rows = statement.raw(true).all(...values) as unknown[][];
      const columns = statement.columns();
      const types = columnTypes(columns, rows);
      return {
        columnNames: columns.map(({ name }) => name),
        columnTypes: types,
        rows: rows.map((row) => row.map((value, place) => resultValue(value, types[place]))),
      };
    });
  }

  /**
   * @returns the number of changed rows
   * @throws DriverAdapterError
   */
  execute(query: SqlQuery): number {
    return orDriverError(() => this.#statement(query.sql).run(...bindable(query)).changes);
  }

  /**
   * Runs statements without parameters.
   *
   * @throws DriverAdapterError
   */
  run(script: string): void {
    orDriverError(() => this.#database.exec(script));
  }

  /**
   * Whether a statement is read-only.
   *
   * @throws DriverAdapterError when SQLite cannot parse the statement
   */
  isRead(sql: string): boolean {
    return orDriverError(() => this.#statement(sql).readonly);
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): Statement<unknown[]> {
    const found = this.#kept.get(sql) ?? this.#database.prepare<unknown[]>(sql);
    // The map is in order of use; the least recently used statement is evicted first.
    this.#kept.delete(sql);
    this.#kept.set(sql, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return found;
  }
}

function orDriverError<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteError(error);
  }
}

/** @throws AppError database_unsafe when the connection is not durable */
export function verifySettings(connection: Pick<SqliteConnection, "query">): void {
  const read = (sql: string) => String(connection.query({ sql, args: [], argTypes: [] }).rows[0]?.[0]);
  const require = (holds: boolean, text: string) => {
    if (!holds)
      throw new AppError("database_unsafe", `The SQLite connection is not configured to keep data safely: ${text}.`);
  };
  const version = read("SELECT sqlite_version()");
  const journal = read("PRAGMA journal_mode");
  const synchronous = read("PRAGMA synchronous");
  const busyTimeout = read("PRAGMA busy_timeout");
  const isRaced = isOlder(version, "3.51.3");
  require(!isRaced, `SQLite ${version} is older than 3.51.3, which fixes a race in the write-ahead log`);
  require(journal === "wal", `journal_mode is ${journal}, not wal`);
  require(synchronous === "2", `synchronous is ${synchronous}, not 2 (FULL)`);
  require(read("PRAGMA foreign_keys") === "1", "foreign_keys is off");
  require(read("PRAGMA secure_delete") === "1", "secure_delete is off");
  require(Number(busyTimeout) >= busyTimeoutMs, `busy_timeout is ${busyTimeout}, less than ${busyTimeoutMs}`);
}

function isOlder(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) => text.split(".").map(Number));
  for (const [place, wanted] of (right ?? []).entries()) {
    const found = left?.[place] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return false;
}
