import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { ClientBase, PoolConfig } from "pg";
import { AppError } from "@/lib/errors/app-error";

/**
 * Connections to one Postgres database, each verified when it opens.
 *
 * @throws AppError database_unsafe at the first use, when the server would acknowledge what a power cut can take back
 */
export function postgresConnections(url: string, pool: Pick<PoolConfig, "max">): SqlMigrationAwareDriverAdapterFactory {
  const config: PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    onConnect: (client) => verifyServer(client),
    ...pool,
  };
  // A connection that breaks while idle is replaced by the pool at the next use.
  return new PrismaPg(config, { onPoolError: () => {}, onConnectionError: () => {} });
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
