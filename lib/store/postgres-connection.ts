import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { ClientBase, PoolConfig } from "pg";
import { AppError } from "@/lib/errors/app-error";
import { nameOfStatement } from "./named-statements";

/** How many connections there are at most, and whether each takes statements before it has answered the last. */
export type PostgresPool = Pick<PoolConfig, "max" | "pipeline">;

/**
 * Connections to one Postgres database, each verified when it opens.
 *
 * @param onTransaction gets each transaction as it begins, and null before it ends
 * @throws AppError database_unsafe at the first use, when the server would acknowledge what a power cut can take back
 */
export function postgresConnections(
  url: string,
  pool: PostgresPool,
  onTransaction: (transaction: Transaction | null) => void = () => {},
): SqlMigrationAwareDriverAdapterFactory {
  const config: PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    onConnect: async (client) => {
      await verifyServer(client);
      // Statements here take milliseconds; to compile one takes hundreds.
      await client.query("SET jit = off");
    },
    ...pool,
  };
  // A connection that breaks while idle is replaced by the pool at the next use.
  const factory = new PrismaPg(config, {
    onPoolError: () => {},
    onConnectionError: () => {},
    statementNameGenerator: nameOfStatement,
  });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => tellingOfTransactions(await factory.connect(), onTransaction),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

function tellingOfTransactions(
  adapter: SqlDriverAdapter,
  onTransaction: (transaction: Transaction | null) => void,
): SqlDriverAdapter {
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolationLevel) => {
    const transaction = await startTransaction(isolationLevel);
    const { commit, rollback } = transaction;
    const ending = (end: () => Promise<void>) => () => {
      onTransaction(null);
      return end.call(transaction);
    };
    onTransaction(transaction);
    return Object.assign(transaction, { commit: ending(commit), rollback: ending(rollback) });
  };
  return adapter;
}

/** @throws AppError database_unsafe */
export async function verifyServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
  );
  for (const { name, setting } of rows) {
    if (setting !== "off") continue;
    throw new AppError("database_unsafe", `Postgres would not keep data safely: ${name} is off.`);
  }
}
