import { Client } from "pg";

/** An empty database on a Postgres server, or a copy of another database. */
export interface PostgresDatabase {
  url: string;
  drop(): Promise<void>;
}

/** @param server the address of any database of the server */
export async function createPostgresDatabase(
  server: string,
  name: string,
  template?: string,
): Promise<PostgresDatabase> {
  await administer(server, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
