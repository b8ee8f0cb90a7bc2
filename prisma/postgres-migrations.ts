import { Client, type ClientConfig } from "pg";
import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { postgresConfig } from "@/lib/store/connection/postgres-config";
import { verifyServer } from "@/lib/store/connection/postgres-connection";
import { isTransactionPooler } from "@/lib/store/connection/transaction-pooler";
import type { MigrationConnection } from "./migration-connection";
import { preparePostgres } from "./prepare-postgres";

/** The advisory lock number that Prisma's own tools use for migrations. */
const lock = 72_707_369;

/** For this transaction: statements may take long, but waiting for another process's lock may not. */
const limits = `
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = '60s'`;

/** Migrates a Postgres database, with a direct connection that bypasses any pooler. The lock is released with the transaction. */
export class PostgresMigrations implements MigrationConnection {
  readonly #database: Database & { dialect: "postgresql" };
  #config: ClientConfig = {};
  #client = new Client();
  #pid = 0;

  constructor(database: Database & { dialect: "postgresql" }) {
    this.#database = database;
  }

  async open(): Promise<void> {
    const { url, directUrl } = this.#database;
    this.#config = { ...(await postgresConfig(directUrl ?? url)), connectionTimeoutMillis: 10_000, keepAlive: true };
    this.#client = new Client(this.#config);
    // The running statement fails with the reason.
    this.#client.on("error", () => {});
    await this.#client.connect();
    await verifyServer(this.#client);
    if (directUrl === undefined && (await isTransactionPooler(this.#config))) {
      throw new AppError(
        "database_pooled",
        "DATABASE_URL leads through a pooler in transaction mode, where upgrades and live updates do not work. Set DIRECT_URL " +
          "to the address of the database itself; everything else goes on through the pooler.",
      );
    }
    const [row] = await this.rows("SELECT pg_backend_pid() AS pid");
    this.#pid = Number(row?.pid);
    // Lets the server detect a killed process. Not supported by servers before 14 and on some systems.
    await this.#client.query("SET client_connection_check_interval = '1s'").catch(() => {});
  }

  async begin(): Promise<boolean> {
    await this.#client.query("BEGIN");
    await this.#client.query(limits);
    const [row] = await this.rows(`SELECT pg_try_advisory_xact_lock(${lock}) AS "isOurs"`);
    if (row?.isOurs === true) return true;
    await this.#client.query("ROLLBACK");
    return false;
  }

  async hasRecords(): Promise<boolean> {
    return this.#hasTable("tablename = '_prisma_migrations'");
  }

  async hasTables(): Promise<boolean> {
    return this.#hasTable("tablename NOT IN ('_prisma_migrations', 'spatial_ref_sys')");
  }

  async prepare(): Promise<void> {
    await preparePostgres(this, new URLSearchParams(this.#database.url.split("?")[1]).get("schema"));
  }

  async run(statement: string): Promise<void> {
    await this.#client.query(statement);
  }

  async rows(query: string): Promise<Record<string, unknown>[]> {
    return (await this.#client.query<Record<string, unknown>>(query)).rows;
  }

  async commit(): Promise<void> {
    await this.#client.query("COMMIT");
  }

  async rollback(): Promise<void> {
    await this.#client.query("ROLLBACK");
  }

  cancel(): void {
    const other = new Client(this.#config);
    other.on("error", () => {});
    const work = async () => {
      await other.connect();
      await other.query("SELECT pg_cancel_backend($1)", [this.#pid]);
    };
    void work()
      .catch(() => {})
      .finally(() => other.end().catch(() => {}));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #hasTable(condition: string): Promise<boolean> {
    const rows = await this.rows(
      `SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND ${condition} LIMIT 1`,
    );
    return rows.length > 0;
  }
}
