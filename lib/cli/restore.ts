import { databaseOf } from "@/lib/env/database-url";
import { restoreSqlite } from "@/lib/store/admin/restore-sqlite";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Replaces the database with a backup. Stop the server first.

  npm run restore -- FILE [--force]

  --force   also where the database contains data; that is kept beside it under another name`;

const { file, isForced } = fileArgument(usage, { force: true });

await runCommand(() => {
  const database = databaseOf(process.env);
  if (database.dialect === "postgresql") {
    return `Postgres restores its own backups, into an empty database:\n\n  pg_restore --no-owner --dbname="$DATABASE_URL" ${file}\n`;
  }
  const result = restoreSqlite({ backup: fromWhereCalled(file), target: database.path, force: isForced });
  if (!result.ok) return result.reason;
  const { events, conversations, missing } = result.contents;
  console.log(`Restored ${database.path}: integrity check ok, ${events} events in ${conversations} conversations.`);
  if (result.aside !== null) console.log(`The previous database is kept as ${result.aside}.`);
  if (missing.length > 0) console.log("The backup was made by an earlier version. The next start upgrades it.");
  return null;
});
