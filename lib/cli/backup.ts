import { existsSync, rmSync } from "node:fs";
import { databaseOf } from "@/lib/env/database-url";
import { backupSqlite } from "@/lib/store/admin/backup-sqlite";
import { copyBeforeUpgrade } from "@/lib/store/admin/copy-before-upgrade";
import { noteBackup } from "@/lib/store/admin/last-backup";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Copies the database to a new file, also while the server runs, and verifies the copy.

  npm run backup -- FILE

Keep the file auth-secret from the database's folder with it: it signs the sessions.`;

const { file } = fileArgument(usage);

await runCommand(() => {
  const database = databaseOf(process.env);
  if (database.dialect === "postgresql") {
    return `Postgres makes its own backups, of a running server too:\n\n  pg_dump --format=custom --file=${file} "$DATABASE_URL"\n`;
  }
  const path = fromWhereCalled(file);
  const result = backupSqlite(database.path, path);
  if (!result.ok) return result.reason;
  const notNoted = noteBackup(database.path);
  if (notNoted !== null) console.warn(`The metrics will not show this backup: ${notNoted}.`);
  const { events, conversations, migrations } = result.contents;
  console.log(`Backed up ${database.path} to ${path} (${(result.bytes / 1e6).toFixed(1)} MB).`);
  console.log(
    `Verified: integrity check ok, ${events} events in ${conversations} conversations as in the database, ${migrations} migrations.`,
  );
  const earlier = copyBeforeUpgrade(database.path);
  if (existsSync(earlier) && earlier !== path) {
    rmSync(earlier);
    console.log(`Removed ${earlier}, the copy from before the last upgrade.`);
  }
  return null;
});
