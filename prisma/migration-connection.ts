/** The connection of a migration: a transaction that takes the migration lock, and statements in it. */
export interface MigrationConnection {
  /**
   * Opens the connection and makes the checks that need no transaction.
   *
   * @throws AppError
   */
  open(): Promise<void>;
  /** Begins the upgrade's transaction. Resolves to false if another process holds the lock. */
  begin(): Promise<boolean>;
  /** Whether the database has Prisma's table of migrations. */
  hasRecords(): Promise<boolean>;
  /** Whether the database has any tables. */
  hasTables(): Promise<boolean>;
  /**
   * Prepares for the first statement: checks permissions, creates extensions.
   *
   * @param isUpgrade whether there is data to protect
   * @throws AppError
   */
  prepare(isUpgrade: boolean, tell: (line: string) => void): Promise<void>;
  run(statement: string): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
  /** @throws AppError if the result violates a constraint */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Cancels the running statement, if the database supports it. */
  cancel(): void;
  close(): Promise<void>;
}
