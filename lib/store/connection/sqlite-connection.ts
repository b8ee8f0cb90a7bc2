import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { AppError } from "@/lib/errors/app-error";
import { keepPrivate } from "./keep-private";
import { type ReaderOptions, SqliteReaders } from "./sqlite-readers";
import { keepStatements } from "./sqlite-statements";
import { waitForSqlite } from "./sqlite-wait";
import { type WriteLock, writeLockOf } from "./write-lock";

const busyTimeoutMs = 5000;

/** What each connection is told when it opens. */
export const settings = `
  PRAGMA busy_timeout = ${busyTimeoutMs};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
`;

/**
 * Connections to one SQLite file. Prisma's own adapter reopens a WAL file with `synchronous=NORMAL`, begins transactions
 * that fail when they start to write beside another writer, and waits for locks with the whole process standing still; here
 * every connection is set and verified at every open, transactions begin as writers, and waiting leaves the process free.
 *
 * @param onTransaction gets each transaction as it begins, and null before it ends
 * @param readers lets threads of their own run what only reads, outside transactions
 * @throws AppError database_unsafe at the first use, when the connection does not do what durability needs
 */
export function sqliteConnections(
  path: string,
  onTransaction: (transaction: Transaction | null) => void = () => {},
  readers: ReaderOptions | null = null,
): SqlMigrationAwareDriverAdapterFactory {
  const factory = factoryOf(path);
  const lock = writeLockOf(path);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const connection = withWriteLock(await connectToSqlite(path), lock, onTransaction);
      return readers === null ? connection : withReaders(connection, new SqliteReaders(path, readers));
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

/** One connection, set up and verified. */
export async function connectToSqlite(path: string): Promise<SqlDriverAdapter> {
  keepPrivate(path);
  const adapter = await factoryOf(path).connect();
  await adapter.executeScript(settings);
  await verifySettings(adapter);
  keepStatements(adapter);
  return adapter;
}

function factoryOf(path: string): PrismaBetterSqlite3 {
  return new PrismaBetterSqlite3({ url: `file:${path}` }, { timestampFormat: "iso8601" });
}

function withReaders(connection: SqlDriverAdapter, readers: SqliteReaders): SqlDriverAdapter {
  return {
    ...connection,
    queryRaw: (query) => {
      const here = () => connection.queryRaw(query);
      return writes(query) ? here() : readers.queryRaw(query, here);
    },
    dispose: async () => {
      await readers.dispose();
      await connection.dispose();
    },
  };
}

/** @throws AppError database_unsafe */
export async function verifySettings(adapter: SqlDriverAdapter): Promise<void> {
  const read = async (sql: string) => {
    const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
    return String(rows[0]?.[0]);
  };
  const require = (holds: boolean, text: string) => {
    if (!holds) throw new AppError("database_unsafe", `The SQLite connection would not keep data safely: ${text}.`);
  };
  const version = await read("SELECT sqlite_version()");
  const journal = await read("PRAGMA journal_mode");
  const synchronous = await read("PRAGMA synchronous");
  const busyTimeout = await read("PRAGMA busy_timeout");
  require(!isOlder(
    version,
    "3.51.3",
  ), `SQLite ${version} is older than 3.51.3, which fixes a race in the write-ahead log`);
  require(journal === "wal", `journal_mode is ${journal}, not wal`);
  require(synchronous === "2", `synchronous is ${synchronous}, not 2 (FULL)`);
  require((await read("PRAGMA foreign_keys")) === "1", "foreign_keys is off");
  require(Number(busyTimeout) >= busyTimeoutMs, `busy_timeout is ${busyTimeout}, less than ${busyTimeoutMs}`);
}

function withWriteLock(
  adapter: SqlDriverAdapter,
  lock: WriteLock,
  onTransaction: (transaction: Transaction | null) => void,
): SqlDriverAdapter {
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const release = await lock.acquire();
    try {
      return await waitForSqlite(adapter, busyTimeoutMs, work);
    } finally {
      release();
    }
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => (writes(query) ? alone(() => adapter.queryRaw(query)) : adapter.queryRaw(query)),
    executeRaw: (query) => alone(() => adapter.executeRaw(query)),
    executeScript: (script) => alone(() => adapter.executeScript(script)),
    startTransaction: async () => {
      const release = await lock.acquire();
      try {
        await waitForSqlite(adapter, busyTimeoutMs, () => adapter.executeScript("BEGIN IMMEDIATE"));
        const begun = transaction(adapter, () => {
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
    dispose: () => adapter.dispose(),
  };
}

/** Prisma sends COMMIT and ROLLBACK itself, then calls `commit` or `rollback`. */
function transaction(adapter: SqlDriverAdapter, release: () => void): Transaction {
  const run = (sql: string) => adapter.executeScript(sql);
  const end = async () => release();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: end,
    rollback: end,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  };
}

function writes({ sql }: SqlQuery): boolean {
  if (/^\s*(SELECT|PRAGMA|EXPLAIN)\b/i.test(sql)) return false;
  return /\b(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|VACUUM|REINDEX|ANALYZE)\b/i.test(sql);
}

function isOlder(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) => text.split(".").map(Number));
  for (const [place, wanted] of (right ?? []).entries()) {
    const found = left?.[place] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return false;
}
