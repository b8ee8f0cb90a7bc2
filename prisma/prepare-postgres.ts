import { AppError } from "@/lib/errors/app-error";
import type { MigrationConnection } from "./migration-connection";

/**
 * Creates the schema and the extension that migrations require. If the role lacks the permission, the message contains the
 * commands for an administrator.
 *
 * @param schema the schema in the URL; null if it names none
 * @throws AppError rights_missing or search_extension_missing
 */
export async function preparePostgres(
  connection: Pick<MigrationConnection, "rows" | "run">,
  schema: string | null,
): Promise<void> {
  const [state = {}] = await connection.rows(`
    SELECT current_schema()::text AS "schema", current_user::text AS "role", current_database()::text AS "database",
      has_database_privilege(current_database(), 'CREATE') AS "mayCreateInDatabase",
      coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreateInSchema",
      EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') AS "hasTrigrams",
      EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS "offersTrigrams",
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
      current_setting('server_version_num')::int AS "version"`);
  const role = quote(state.role);
  if (state.schema === null) {
    const name = schema ?? "public";
    if (state.mayCreateInDatabase !== true) {
      throw rights(state, `CREATE SCHEMA ${quote(name)} AUTHORIZATION ${role};`, `has no schema ${quote(name)}`);
    }
    await connection.run(`CREATE SCHEMA ${quote(name)}`);
  } else if (state.mayCreateInSchema !== true) {
    const statement = `GRANT USAGE, CREATE ON SCHEMA ${quote(state.schema)} TO ${role};`;
    throw rights(state, statement, `does not let the role ${role} create tables in the schema ${quote(state.schema)}`);
  }
  if (state.hasTrigrams !== true) await createTrigrams(connection, state);
  // The extension may be in a schema outside this role's search path.
  await connection.run(`
    SELECT set_config('search_path', concat_ws(', ', quote_ident(current_schema()), quote_ident(n.nspname)), true)
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'`);
}

async function createTrigrams(
  connection: Pick<MigrationConnection, "run">,
  state: Record<string, unknown>,
): Promise<void> {
  if (state.offersTrigrams !== true) {
    throw new AppError(
      "search_extension_missing",
      "Text search needs the Postgres extension pg_trgm, which this server does not have. Install the server's contrib " +
        "package (postgresql-contrib) and start again.",
    );
  }
  // Since version 13, roles with the CREATE permission on a database may create trusted extensions.
  const mayCreate =
    state.isSuperuser === true || (state.mayCreateInDatabase === true && Number(state.version) >= 130_000);
  if (!mayCreate) throw missingTrigrams(state);
  await connection.run("SAVEPOINT extension");
  try {
    await connection.run("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await connection.run("RELEASE extension");
  } catch (error) {
    await connection.run("ROLLBACK TO extension");
    if (error instanceof Error && "code" in error && error.code === "42501") throw missingTrigrams(state);
    throw error;
  }
}

function missingTrigrams({ role, database }: Record<string, unknown>): AppError {
  return new AppError(
    "search_extension_missing",
    `Text search needs the Postgres extension pg_trgm, which the role ${quote(role)} may not create. Let an administrator run ` +
      `this in the database ${quote(database)}, then start again:\n\n  CREATE EXTENSION pg_trgm;\n`,
  );
}

function rights({ database }: Record<string, unknown>, statement: string, lack: string): AppError {
  return new AppError(
    "rights_missing",
    `The database ${quote(database)} ${lack}. Let an administrator run this in it, then start again:\n\n  ${statement}\n`,
  );
}

function quote(name: unknown): string {
  return `"${String(name).replaceAll('"', '""')}"`;
}
