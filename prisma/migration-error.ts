import { dirname } from "node:path";
import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";

/** Converts a migration's error, adding instructions if the cause is known. */
export function toMigrationError(error: unknown, database: Database): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const remedy = notWritable.test(code)
    ? remedyOfUnwritable(database, code)
    : remedies.find(([pattern]) => pattern.test(code))?.[1];
  const text = `The database could not be upgraded and is as it was before: ${reason}${code === "" ? "" : ` (${code})`}.`;
  return new AppError("migration_failed", remedy === undefined ? text : `${text}\n${remedy}`, { cause: error });
}

const notWritable = /^(SQLITE_READONLY\w*|SQLITE_CANTOPEN\w*|SQLITE_PERM|EACCES|EROFS|EPERM)$/;

function remedyOfUnwritable(database: Database, code: string): string {
  const folder = database.dialect === "sqlite" ? dirname(database.path) : "";
  const [uid, gid] = [process.geteuid?.(), process.getegid?.()];
  if (code === "EROFS")
    return `${folder} is on a read-only file system: mount it writable, in a container as a volume.`;
  const user = uid === undefined ? "The user that runs Playhead" : `Playhead runs as uid ${uid} and gid ${gid}, and`;
  return (
    `${user} must be able to write ${folder} and the files in it` +
    (uid === undefined ? "." : `: let an administrator run "chown -R ${uid}:${gid} ${folder}".`)
  );
}

const remedies: [RegExp, string][] = [
  [/^(SQLITE_FULL|53100|ENOSPC)$/, "The disk is full: free some disk space and start again."],
  [
    /^(SQLITE_BUSY\w*|SQLITE_LOCKED\w*|55P03)$/,
    "Another process is using the database: stop the other copies of Playhead and start again.",
  ],
  [/^(SQLITE_CORRUPT\w*|SQLITE_NOTADB)$/, "The file is damaged: restore a backup (npm run restore -- FILE --force)."],
  [
    /^42501$/,
    "The role of DATABASE_URL must own the tables of Playhead: let it, or migrate with DIRECT_URL as the role that does.",
  ],
  [
    /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENOENT|57P03|08\w{3})$/,
    "Check that the server runs, and its address in DATABASE_URL (or DIRECT_URL).",
  ],
  [/^(28\w{3})$/, "Check the user, the password and sslmode in DATABASE_URL (or DIRECT_URL)."],
  [/^3D000$/, "Create the database: CREATE DATABASE <name> ENCODING 'UTF8' TEMPLATE template0;"],
];
