import "server-only";
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { SqliteConnection } from "./sqlite-connection";
import { type ReaderOptions, SqliteReaders } from "./sqlite-readers";
import { waitForSqlite } from "./sqlite-wait";
import { WriteLock, writeLockOf } from "./write-lock";

const names = { provider: "sqlite", adapterName: "playhead-better-sqlite3" } as const;

/** Called with each transaction when it begins, and with null before it ends. */
export type OnTransaction = (transaction: Transaction | null) => void;

/**
 * Prisma's writable connections to one SQLite file. Prisma's own adapter reopens a WAL file with `synchronous=NORMAL`, begins
 * deferred transactions that fail when they start to write while another writer is active, blocks the event loop while waiting
 * for locks, and prepares every statement again. Here each connection is configured and verified at every open, transactions
 * begin as writers, and waiting does not block the event loop.
 *
 * @throws AppError database_unsafe at first use, when the connection is not durable
 */
export function sqliteWriters(path: string, onTransaction: OnTransaction): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...names,
    connect: async () => writing(SqliteConnection.open(path), writeLockOf(path), onTransaction),
    connectToShadowDb: async () => writing(SqliteConnection.inMemory(), new WriteLock(), onTransaction),
  };
}

/**
 * Prisma's read-only connections to one SQLite file.
 *
 * @param threads runs queries in threads; null when the process may block
 */
export function sqliteReaders(path: string, threads: ReaderOptions | null): SqlDriverAdapterFactory {
  return {
    ...names,
    connect: async () => reading(SqliteConnection.open(path, true), threads && new SqliteReaders(path, threads)),
  };
}

function writing(connection: SqliteConnection, lock: WriteLock, onTransaction: OnTransaction): SqlDriverAdapter {
  const alone = async <Result>(work: () => Result): Promise<Result> => {
    const release = await lock.acquire();
    try {
      return await waitForSqlite(connection, work);
    } finally {
      release();
    }
  };
  return {
    ...names,
    queryRaw: async (query) =>
      connection.isRead(query.sql) ? connection.query(query) : alone(() => connection.query(query)),
    executeRaw: (query) => alone(() => connection.execute(query)),
    executeScript: (script) => alone(() => connection.run(script)),
    startTransaction: async () => {
      const release = await lock.acquire();
      try {
        await waitForSqlite(connection, () => connection.run("BEGIN IMMEDIATE"));
        const begun = transactionOn(connection, () => {
          onTransaction(null);
          release();
        });
        onTransaction(begun);
        return begun;
      } catch (error) {
        release();
        throw error;
      }
    },
    dispose: async () => connection.close(),
  };
}

function reading(connection: SqliteConnection, threads: SqliteReaders | null): SqlDriverAdapter {
  const here = async (query: SqlQuery) => connection.query(query);
  return {
    ...names,
    queryRaw: (query) => (threads === null ? here(query) : threads.queryRaw(query, () => here(query))),
    executeRaw: async (query) => connection.execute(query),
    executeScript: async (script) => connection.run(script),
    startTransaction: async () => {
      connection.run("BEGIN");
      return transactionOn(connection, () => {});
    },
    dispose: async () => {
      await threads?.dispose();
      connection.close();
    },
  };
}

/** Prisma sends COMMIT and ROLLBACK itself, then calls `commit` or `rollback`. */
function transactionOn(connection: SqliteConnection, onEnd: () => void): Transaction {
  const end = async () => onEnd();
  return {
    ...names,
    options: { usePhantomQuery: false },
    queryRaw: async (query) => connection.query(query),
    executeRaw: async (query) => connection.execute(query),
    commit: end,
    rollback: end,
    createSavepoint: async (name) => connection.run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: async (name) => connection.run(`ROLLBACK TO ${name}`),
    releaseSavepoint: async (name) => connection.run(`RELEASE SAVEPOINT ${name}`),
  };
}
