import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { destinationOf, storedBackup } from "@/lib/backups/destination";
import { type Database, databaseOf } from "@/lib/env/database-url";
import { reapplyErasures } from "@/lib/erasure/reapply";
import { restorePostgres } from "@/lib/store/admin/backup-postgres";
import { restoreSqlite } from "@/lib/store/admin/restore-sqlite";
import { withStore } from "@/lib/store/admin/with-store";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { migrate } from "@/prisma/migrate";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Replaces the database with a backup. Stop the server first.

  npm run restore -- FILE [--force]
  npm run restore -- s3://BUCKET/PREFIX/NAME [--force]

  --force   also where the database contains data; that is kept beside it under another name (SQLite)

What was erased after the backup was made is erased again.
With Postgres, it needs pg_restore, and an empty database in DATABASE_URL.`;

const { file, isForced } = fileArgument(usage, { force: true });

await runCommand(async () => {
  const stored = storedBackup(file);
  if (stored === null) return restore(fromWhereCalled(file));
  const folder = mkdtempSync(join(process.env.SQLITE_TMPDIR || tmpdir(), ".playhead-restore-"));
  try {
    const path = join(folder, stored.name);
    await destinationOf(stored.parent, process.env).get(stored.name, path);
    return await restore(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function restore(path: string): Promise<string | null> {
  const database = databaseOf(process.env);
  if (database.dialect === "postgresql") {
    await restorePostgres(database.directUrl ?? database.url, path);
    console.log("Restored the database of DATABASE_URL.");
    await completeRestore(database);
    return null;
  }
  const result = restoreSqlite({ backup: path, target: database.path, force: isForced });
  if (!result.ok) return result.reason;
  const { events, conversations } = result.contents;
  console.log(`Restored ${database.path}: integrity check ok, ${events} events in ${conversations} conversations.`);
  if (result.aside !== null) console.log(`The previous database is kept as ${result.aside}.`);
  await completeRestore(database);
  return null;
}

/** Upgrades a backup of an earlier version, erases again what was erased after it was made, and records the restore. */
async function completeRestore(database: Database): Promise<void> {
  const tell = (line: string) => console.log(line);
  const applied = await migrate(database, undefined, { tell });
  if (applied.length > 0) console.log("The backup was made by an earlier version. It was upgraded.");
  await withStore(database, async (store) => {
    await reapplyErasures(store, tell);
    await inTransaction(store, (within) => audit(within, commandLine, { action: "restore.run" }));
  });
}
