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

/** SQLite's is the narrower of the two generated types, so a call that only Postgres knows does not compile. */
type PrismaClient = SqliteClient;

type FindingCalls = "findFirst" | "findFirstOrThrow" | "findMany" | "findUnique" | "findUniqueOrThrow";
type ReadingCalls = FindingCalls | "aggregate" | "count" | "groupBy";

/** What a client reads with. It has no call that writes. */
export type ReadingClient = Pick<PrismaClient, "$queryRaw"> & {
  [Name in Uncapitalize<Prisma.ModelName>]: Pick<PrismaClient[Name], ReadingCalls>;
};

/** A client within `writer.$transaction(…)`, or a client itself. */
export type PrismaTransaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * The clients of one database. On SQLite each has its own connection: Prisma runs statements from outside inside whatever
 * transaction its connection has open, so one shared connection would read what may yet be rolled back.
 */
export interface Store {
  dialect: Dialect;
  database: Database;
  /** For reads alone. SQLite refuses whatever would write here. */
  reader: ReadingClient;
  /** Accounts, sessions, tokens, settings and what people keep: small reads and writes. */
  records: PrismaClient;
  /** Write transactions of ingestion, the projector and rebuilds. */
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
  const reader = client(readingFrom(database, readers));
  const records = client(connectionsTo(database, { max: isFunction() ? 2 : 5 }));
  const appending = writingTo(database);
  // SQLite lets one writer in at a time all the same.
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

/** One connection: its transactions follow one another all the same. */
function writingTo(database: Database): Pick<Store, "writer" | "openTransaction"> {
  let open: Transaction | null = null;
  const connections = connectionsTo(database, { max: 1, pipeline: true }, (transaction) => {
    open = transaction;
  });
  return { writer: client(connections), openTransaction: () => open };
}

/** The driver's connections to a database that may write, for clients and migrations alike. */
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

/** Of functions, a database may have many: each answers few requests at a time. */
function isFunction(): boolean {
  return Boolean(process.env.VERCEL);
}

function client(adapter: SqlDriverAdapterFactory): PrismaClient {
  if (adapter.provider === "sqlite") return new SqliteClient({ adapter });
  // Both are generated from the same models; only the calls that SQLite lacks differ.
  return new PostgresClient({ adapter }) as unknown as SqliteClient;
}
