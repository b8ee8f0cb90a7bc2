/** One connection that migrates: a transaction that takes the lock of migrations, and statements within it. */
export interface MigrationConnection {
  /**
   * Opens the connection and checks what can be checked without a transaction.
   * @throws AppError
   */
  open(): Promise<void>;
  /** Begins the transaction of an upgrade. Resolves with false when another process has the lock. */
  begin(): Promise<boolean>;
  /** Whether the database has the table in which Prisma records migrations. */
  hasRecords(): Promise<boolean>;
  /** Whether the database has any table at all. */
  hasTables(): Promise<boolean>;
  /**
   * Makes ready for the first statement: checks rights, makes extensions.
   * @param isUpgrade whether there is data that must be safe
   * @throws AppError
   */
  prepare(isUpgrade: boolean, tell: (line: string) => void): Promise<void>;
  run(statement: string): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
  /** @throws AppError when the result breaks a constraint */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Ends the statement that is running, if the database can. */
  cancel(): void;
  close(): Promise<void>;
}
