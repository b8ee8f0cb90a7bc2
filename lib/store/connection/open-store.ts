import "server-only";
import type {
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { Database, Dialect } from "@/lib/env/database-url";
import { PrismaClient as PostgresClient } from "@/prisma/generated/postgresql/client";
import { type Prisma, PrismaClient as SqliteClient } from "@/prisma/generated/sqlite/client";
import { CommitNotices } from "./commit-notices";
import { type PostgresPool, postgresConnections } from "./postgres-connection";
import { type OnTransaction, sqliteReaders, sqliteWriters } from "./sqlite-adapter";
import type { ReaderOptions } from "./sqlite-readers";

/** The SQLite client's type is the narrower one, so a call that only Postgres supports does not compile. */
type PrismaClient = SqliteClient;

type FindingCalls = "findFirst" | "findFirstOrThrow" | "findMany" | "findUnique" | "findUniqueOrThrow";
type ReadingCalls = FindingCalls | "aggregate" | "count" | "groupBy";

/** The read-only part of a client. */
export type ReadingClient = Pick<PrismaClient, "$queryRaw"> & {
  [Name in Uncapitalize<Prisma.ModelName>]: Pick<PrismaClient[Name], ReadingCalls>;
};

/** The client inside `writer.$transaction(…)`, or a client itself. */
export type PrismaTransaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * The clients of one database. On SQLite, each has its own connection: Prisma runs outside statements inside whatever
 * transaction the connection has open, so a shared connection would read uncommitted data.
 */
export interface Store {
  dialect: Dialect;
  database: Database;
  /** Read-only. SQLite refuses writes on this connection. */
  reader: ReadingClient;
  /** Accounts, sessions, tokens, settings and users' own data: small reads and writes. */
  records: PrismaClient;
  /** Write transactions of ingestion, the projector and rebuilds. */
  writer: PrismaClient;
  /** The driver's handle of the writer's open transaction, of which there is one at a time; null if none is open. */
  openTransaction(): Transaction | null;
  /** The same store for the projector: on Postgres its writer has its own connection, so that appends run concurrently. */
  projecting: Store;
  /**
   * Calls `listener` soon after each commit that projected events, from any process on a Postgres database; never on SQLite,
   * which has no notifications. Returns a function that removes the listener.
   */
  onNotice(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Opens a store; connections are made, configured and verified at first use.
 *
 * @param readers runs SQLite reads in threads: for servers, whose event loop must not block
 */
export function openStore(database: Database, readers: ReaderOptions | null = null): Store {
  const reader = client(readingFrom(database, readers));
  const records = client(connectionsTo(database, { max: isFunction() ? 2 : 5 }));
  const appending = writingTo(database);
  // SQLite allows only one writer at a time anyway.
  const projecting = database.dialect === "sqlite" ? appending : writingTo(database);
  const notices = database.dialect === "postgresql" ? new CommitNotices(database.directUrl ?? database.url) : null;
  const shared: Omit<Store, "writer" | "openTransaction" | "projecting"> = {
    dialect: database.dialect,
    database,
    reader,
    records,
    onNotice: (listener) => notices?.listen(listener) ?? (() => {}),
    close: async () => {
      notices?.close();
      await Promise.all([reader, records, appending.writer, projecting.writer].map((each) => each.$disconnect()));
    },
  };
  const ofProjector: Store = {
    ...shared,
    ...projecting,
    get projecting() {
      return ofProjector;
    },
  };
  return { ...shared, ...appending, projecting: ofProjector };
}

/** One connection, so transactions run one after another. */
function writingTo(database: Database): Pick<Store, "writer" | "openTransaction"> {
  let open: Transaction | null = null;
  const connections = connectionsTo(database, { max: 1, pipeline: true }, (transaction) => {
    open = transaction;
  });
  return { writer: client(connections), openTransaction: () => open };
}

/** The driver's connections to a writable database, for clients and migrations. */
export function connectionsTo(
  database: Database,
  pool: PostgresPool,
  onTransaction: OnTransaction = () => {},
): SqlMigrationAwareDriverAdapterFactory {
  return database.dialect === "sqlite"
    ? sqliteWriters(database.path, onTransaction)
    : postgresConnections(database, pool, onTransaction);
}

function readingFrom(database: Database, threads: ReaderOptions | null): SqlDriverAdapterFactory {
  return database.dialect === "sqlite"
    ? sqliteReaders(database.path, threads)
    : postgresConnections(database, { max: isFunction() ? 3 : 10 });
}

/** A database may serve many function instances, each with few requests at a time. */
function isFunction(): boolean {
  return Boolean(process.env.VERCEL);
}

function client(adapter: SqlDriverAdapterFactory): PrismaClient {
  if (adapter.provider === "sqlite") return new SqliteClient({ adapter });
  // Both are generated from the same models and differ only in the calls that SQLite lacks.
  return new PostgresClient({ adapter }) as unknown as SqliteClient;
}
