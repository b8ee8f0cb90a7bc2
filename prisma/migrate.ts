import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { migrationList } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";
import { searchTables } from "./search-tables";

/**
 * Applies the migrations that a database lacks, creating a SQLite file where there is none.
 *
 * @param upTo the name of the last to apply; all unless given
 * @returns the names of those applied
 * @throws AppError database_unsafe, search_extension_missing or migration_failed
 */
export async function migrate(database: Database, upTo?: string): Promise<string[]> {
  try {
    return await withSchemaEngine(database, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(database.dialect, upTo),
        filters: { externalTables: searchTables(database.dialect), externalEnums: [] },
      });
      return appliedMigrationNames;
    });
  } catch (error) {
    throw toAppError(error);
  }
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/pg_trgm/.test(reason)) {
    return new AppError(
      "search_extension_missing",
      "Postgres could not create the extension pg_trgm, which text search needs. Install the server's contrib package " +
        `and, where the role may not create extensions, let an administrator run: CREATE EXTENSION pg_trgm;\n${reason}`,
      { cause: error },
    );
  }
  return new AppError("migration_failed", `The migrations could not be applied: ${reason}`, { cause: error });
}
