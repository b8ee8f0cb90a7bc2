import type { MigrationConnection } from "./migration-connection";
import { statementsOf } from "./statements-of";

/** Runs the statements of a migration. `mayGoOn` is called before each, and throws to stop. */
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
 * Finishes a migration of which some first statements were applied: earlier versions ran each by itself, so that a kill or
 * a full disk left a part. Where that part ends is not recorded. So the rest is tried from the first statement, then from
 * the second, and so on: whatever makes, removes or renames something fails when it is done twice, and what changes rows
 * may be done twice. Any other failure ends the attempt.
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

/** Something exists that is to be made, or lacks that is to be removed, renamed or read. */
function isDoneAlready(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const code = String(error.code);
  return (
    /^(42P07|42701|42710|42723|42P01|42P16|42703|42704|23505|SQLITE_CONSTRAINT_\w+)$/.test(code) ||
    (code === "SQLITE_ERROR" && /already exists|duplicate column|no such/.test(error.message))
  );
}
