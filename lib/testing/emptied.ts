import { Client } from "pg";
import type { Database } from "@/lib/env/database-url";

/** An empty database instead of a migrated one: another file, or the same database without its tables. */
export async function emptied(database: Database): Promise<Database> {
  if (database.dialect === "sqlite") return { ...database, path: `${database.path}.old` };
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public").finally(() => client.end());
  return database;
}
