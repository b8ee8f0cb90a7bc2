import BetterSqlite3 from "better-sqlite3";
import { AppError } from "@/lib/errors/app-error";
import { keepCopyBeforeUpgrade } from "@/lib/store/admin/copy-before-upgrade";
import { keepPrivate } from "@/lib/store/connection/keep-private";
import { settings } from "@/lib/store/connection/sqlite-connection";
import type { MigrationConnection } from "./migration-connection";

/** Migrates a SQLite file. SQLite's own write lock blocks other processes. */
export class SqliteMigrations implements MigrationConnection {
  readonly #path: string;
  #database: BetterSqlite3.Database | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  async open(): Promise<void> {
    keepPrivate(this.#path);
    this.#database = new BetterSqlite3(this.#path, { timeout: 5000 });
    this.#database.exec(settings);
    // Recreating a table must not delete the rows that reference it; `commit` checks them.
    this.#database.exec("PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 0");
  }

  async begin(): Promise<boolean> {
    try {
      this.#open.exec("BEGIN IMMEDIATE");
      return true;
    } catch (error) {
      if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
      throw error;
    }
  }

  async hasRecords(): Promise<boolean> {
    const query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'";
    return this.#open.prepare(query).pluck().get() === 1;
  }

  async hasTables(): Promise<boolean> {
    const query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> '_prisma_migrations'";
    return this.#open.prepare(query).pluck().get() !== 0;
  }

  async prepare(isUpgrade: boolean, tell: (line: string) => void): Promise<void> {
    if (isUpgrade) keepCopyBeforeUpgrade(this.#path, tell);
  }

  async run(statement: string): Promise<void> {
    this.#open.exec(statement);
  }

  async rows(query: string): Promise<Record<string, unknown>[]> {
    // better-sqlite3 returns rows as objects keyed by column name.
    return this.#open.prepare(query).all() as Record<string, unknown>[];
  }

  async commit(): Promise<void> {
    const broken = this.#open.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) {
      throw new AppError(
        "migration_failed",
        `The upgrade would break references between rows: ${JSON.stringify(broken.slice(0, 3))}`,
      );
    }
    this.#open.exec("COMMIT");
  }

  async rollback(): Promise<void> {
    if (this.#database?.inTransaction) this.#database.exec("ROLLBACK");
  }

  /** Statements are synchronous: cancellation takes effect after the current one. */
  cancel(): void {}

  async close(): Promise<void> {
    this.#database?.close();
  }

  get #open(): BetterSqlite3.Database {
    if (this.#database === null) throw new Error("The connection is not open.");
    return this.#database;
  }
}
