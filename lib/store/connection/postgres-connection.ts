import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { ClientBase, PoolConfig } from "pg";
import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { nameOfStatement } from "./named-statements";
import { postgresConfig } from "./postgres-config";
import type { OnTransaction } from "./sqlite-adapter";

/** Maximum number of connections, and whether each pipelines statements. */
export type PostgresPool = Pick<PoolConfig, "max" | "pipeline">;

/**
 * Connections to one Postgres database, each verified when it opens.
 *
 * @param onTransaction called with each transaction when it begins, and with null before it ends
 * @throws AppError database_unsafe at first use, when the server could lose acknowledged data in a power cut
 */
export function postgresConnections(
  database: Database & { dialect: "postgresql" },
  pool: PostgresPool,
  onTransaction: OnTransaction = () => {},
): SqlMigrationAwareDriverAdapterFactory {
  const poolConfig: PoolConfig = {
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    onConnect: async (client) => {
      await verifyServer(client);
      // Statements here take milliseconds; JIT compilation would add hundreds.
      await client.query("SET jit = off");
    },
    ...pool,
  };
  const factory = async () =>
    new PrismaPg(
      { ...poolConfig, ...(await postgresConfig(database.url)) },
      {
        // The pool replaces a connection that breaks while idle.
        onPoolError: () => {},
        onConnectionError: () => {},
        // A pooler may give each transaction a different connection, which does not have the earlier named statements.
        ...(database.directUrl === undefined && { statementNameGenerator: nameOfStatement }),
      },
    );
  const { provider, adapterName } = new PrismaPg({});
  return {
    provider,
    adapterName,
    connect: async () => {
      const adapter = await (await factory()).connect();
      return telling(adapter, await currentSchema(adapter), onTransaction);
    },
    connectToShadowDb: async () => (await factory()).connectToShadowDb(),
  };
}

/** Prisma qualifies tables with the schema, and assumes "public" if none is given. */
async function currentSchema(adapter: SqlDriverAdapter): Promise<string> {
  const { rows } = await adapter.queryRaw({ sql: "SELECT current_schema()::text", args: [], argTypes: [] });
  return typeof rows[0]?.[0] === "string" ? rows[0][0] : "public";
}

function telling(adapter: SqlDriverAdapter, schemaName: string, onTransaction: OnTransaction): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => adapter.executeScript(script),
    getConnectionInfo: () => ({ supportsRelationJoins: true, ...adapter.getConnectionInfo?.(), schemaName }),
    startTransaction: async (isolationLevel) => {
      const begun = tellingOfEnd(await adapter.startTransaction(isolationLevel), onTransaction);
      onTransaction(begun);
      return begun;
    },
    dispose: () => adapter.dispose(),
  };
}

function tellingOfEnd(transaction: Transaction, onTransaction: OnTransaction): Transaction {
  const ending = (end: () => Promise<void>) => {
    onTransaction(null);
    return end();
  };
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    commit: () => ending(() => transaction.commit()),
    rollback: () => ending(() => transaction.rollback()),
    createSavepoint: async (name) => transaction.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => transaction.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => transaction.releaseSavepoint?.(name),
  };
}

/** @throws AppError database_unsafe */
export async function verifyServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')`,
  );
  for (const { name, setting } of rows) {
    if (name === "server_encoding" && setting !== "UTF8") {
      throw new AppError(
        "database_unsafe",
        `The database is encoded as ${setting}, which cannot store all characters. Create another for DATABASE_URL: ` +
          "CREATE DATABASE <name> ENCODING 'UTF8' TEMPLATE template0;",
      );
    }
    if (setting !== "off") continue;
    throw new AppError("database_unsafe", `Postgres is not configured to keep data safely: ${name} is off.`);
  }
}
