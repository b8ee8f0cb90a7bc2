import { databaseOf } from "@/lib/env/database-url";
import { restoreSqlite } from "@/lib/store/admin/restore-sqlite";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Puts a backup in the place of the database. Stop the server first.

  npm run restore -- FILE [--force]

  --force   also where the database holds something; that is kept beside it under another name`;

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
  if (result.aside !== null) console.log(`What was there before is kept as ${result.aside}.`);
  if (missing.length > 0) console.log("The backup is of an earlier version: the next start brings it up to date.");
  return null;
});
