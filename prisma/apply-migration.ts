import type { MigrationConnection } from "./migration-connection";
import { statementsOf } from "./statements-of";

/** Runs the statements of a migration. `mayGoOn` is called before each one, and throws to stop. */
export async function applyMigration(
  connection: MigrationConnection,
  script: string,
  mayGoOn: () => Promise<void>,
): Promise<void> {
  for (const statement of statementsOf(script)) {
    await mayGoOn();
    await connection.run(statement);
  }
}

/**
 * Completes a partially applied migration: earlier versions ran each statement in its own transaction, so a kill or a full disk
 * left some applied. How many is not recorded, so this tries to apply the rest starting at the first statement, then at the
 * second, and so on: statements that create, drop or rename fail when repeated, and those that update rows can safely be
 * repeated. Any other error ends the attempt.
 */
export async function finishMigration(
  connection: MigrationConnection,
  script: string,
  mayGoOn: () => Promise<void>,
): Promise<void> {
  const statements = statementsOf(script);
  for (let done = 0; done <= statements.length; done++) {
    await connection.run("SAVEPOINT rest");
    try {
      for (const statement of statements.slice(done)) {
        await mayGoOn();
        await connection.run(statement);
      }
      await connection.run("RELEASE rest");
      return;
    } catch (error) {
      if (!isDoneAlready(error)) throw error;
      await connection.run("ROLLBACK TO rest");
      await connection.run("RELEASE rest");
    }
  }
}

/** The object to create exists, or the one to drop, rename or read does not. */
function isDoneAlready(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const code = String(error.code);
  return (
    /^(42P07|42701|42710|42723|42P01|42P16|42703|42704|23505|SQLITE_CONSTRAINT_\w+)$/.test(code) ||
    (code === "SQLITE_ERROR" && /already exists|duplicate column|no such/.test(error.message))
  );
}
