import "server-only";
import type { SqlMigrationAwareDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import type { Database, Dialect } from "@/lib/env/database-url";
import { PrismaClient as PostgresClient } from "@/prisma/generated/postgresql/client";
import { PrismaClient as SqliteClient } from "@/prisma/generated/sqlite/client";
import { CommitNotices } from "./commit-notices";
import { type PostgresPool, postgresConnections } from "./postgres-connection";
import { sqliteConnections } from "./sqlite-connection";
import type { ReaderOptions } from "./sqlite-readers";

/** SQLite's is the narrower of the two generated types, so a call that only Postgres knows does not compile. */
export type PrismaClient = SqliteClient;

/** A client within `writer.$transaction(…)`, or a client itself. */
export type PrismaTransaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * Two clients of one database. On SQLite each has its own connection: Prisma runs statements from outside inside whatever
 * transaction its connection has open, so one shared connection would read what may yet be rolled back.
 */
export interface Store {
  dialect: Dialect;
  database: Database;
  /** Everything but ingestion: reads, and the small writes of accounts and settings. */
  reader: PrismaClient;
  /** Ingestion's write transactions. */
  writer: PrismaClient;
  /** The driver's side of the writer's open transaction, of which there is one at a time; null where there is none. */
  openTransaction(): Transaction | null;
  /** The same store for the projector: on Postgres its writer has a connection of its own, so that appending goes on beside it. */
  projecting: Store;
  /**
   * Calls `listener` soon after each commit that projected events, of any process on a Postgres database; never on SQLite, which
   * has no means of telling. Returns what ends it.
   */
  onNotice(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Opens a store; connections are made, set up and verified at first use.
 *
 * @param readers lets threads of their own read SQLite: for servers, which must not stand still meanwhile
 */
export function openStore(database: Database, readers: ReaderOptions | null = null): Store {
  const reader = client(database, { max: 10 }, undefined, readers);
  const appending = writingTo(database);
  // SQLite lets one writer in at a time all the same.
  const projecting = database.dialect === "sqlite" ? appending : writingTo(database);
  const notices = database.dialect === "postgresql" ? new CommitNotices(database.directUrl ?? database.url) : null;
  const shared: Omit<Store, "writer" | "openTransaction" | "projecting"> = {
    dialect: database.dialect,
    database,
    reader,
    onNotice: (listener) => notices?.listen(listener) ?? (() => {}),
    close: async () => {
      notices?.close();
      await Promise.all([reader, appending.writer, projecting.writer].map((each) => each.$disconnect()));
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

/** One connection: its transactions follow one another all the same. */
function writingTo(database: Database): Pick<Store, "writer" | "openTransaction"> {
  let open: Transaction | null = null;
  const writer = client(database, { max: 1, pipeline: true }, (transaction) => {
    open = transaction;
  });
  return { writer, openTransaction: () => open };
}

/** The driver's connections to a database, for clients and migrations alike. */
export function connectionsTo(
  database: Database,
  pool: PostgresPool,
  onTransaction?: (transaction: Transaction | null) => void,
  readers: ReaderOptions | null = null,
): SqlMigrationAwareDriverAdapterFactory {
  return database.dialect === "sqlite"
    ? sqliteConnections(database.path, onTransaction, readers)
    : postgresConnections(database, pool, onTransaction);
}

function client(
  database: Database,
  pool: PostgresPool,
  onTransaction?: (transaction: Transaction | null) => void,
  readers: ReaderOptions | null = null,
): PrismaClient {
  const adapter = connectionsTo(database, pool, onTransaction, readers);
  if (database.dialect === "sqlite") return new SqliteClient({ adapter });
  // Both are generated from the same models; only the calls that SQLite lacks differ.
  return new PostgresClient({ adapter }) as unknown as SqliteClient;
}
