import { existsSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Backup, backUpAndPrune, backUpTo } from "@/lib/backups/back-up";
import { destinationOf } from "@/lib/backups/destination";
import { type Database, databaseOf } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { copyBeforeUpgrade } from "@/lib/store/admin/copy-before-upgrade";
import { noteBackup } from "@/lib/store/admin/last-backup";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Copies the database, also while the server runs, and verifies the copy. With Postgres, it needs pg_dump and pg_restore.

  npm run backup -- FILE
  npm run backup -- --to FOLDER|s3://BUCKET/PREFIX [--keep 14] [--every 24h]

  --to      adds a backup named after the time, and deletes all but the newest
  --keep    how many backups stay (14)
  --every   does it again and again: a number with m, h or d

A bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; AWS_REGION, and AWS_ENDPOINT_URL for others than AWS.
With SQLite, keep the file auth-secret from the database's folder with the backups: it signs the sessions.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: "string" },
    keep: { type: "string", default: "14" },
    every: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const { to, every } = values;
const [file] = positionals;
const keep = Number(values.keep);
const everyMs = every === undefined ? null : millisecondsOf(every);
const isUnderstood =
  (to === undefined) === (positionals.length === 1) && keep >= 1 && Number.isInteger(keep) && everyMs !== 0;

if (values.help || !isUnderstood || (to === undefined && every !== undefined)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

await runCommand(async () => {
  const database = databaseOf(process.env);
  if (file !== undefined) {
    const path = fromWhereCalled(file);
    await tell(database, await backUpTo(database, path), { place: path, keep: null, removed: [] });
    removeEarlierCopy(database, path);
  } else if (to !== undefined) {
    const destination = destinationOf(to.startsWith("s3://") ? to : fromWhereCalled(to), process.env);
    const backUp = async () => {
      const { name, removed, ...backup } = await backUpAndPrune(database, destination, keep);
      const deleted = removed.map((old) => destination.describe(old));
      await tell(database, backup, { place: destination.describe(name), keep, removed: deleted });
      for (const old of deleted) console.log(`Deleted ${old}.`);
      removeEarlierCopy(database, destination.describe(name));
    };
    if (everyMs === null) await backUp();
    else await repeat(backUp, everyMs);
  }
  return null;
});

/** Continues after a failure: the next backup may succeed. */
async function repeat(backUp: () => Promise<void>, pauseMs: number): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
  for (;;) {
    await backUp().catch((error: unknown) => {
      if (!(error instanceof AppError) && !(error instanceof Error && "syscall" in error)) throw error;
      console.error(`The backup failed: ${error.message}`);
    });
    await pause(pauseMs);
  }
}

async function tell(
  database: Database,
  { bytes, proof }: Backup,
  made: Parameters<typeof noteBackup>[1],
): Promise<void> {
  const source = database.dialect === "sqlite" ? database.path : "the database";
  console.log(`Backed up ${source} to ${made.place} (${(bytes / 1e6).toFixed(1)} MB).`);
  console.log(`Verified: ${proof}`);
  const notNoted = await noteBackup(database, made);
  if (notNoted !== null) console.warn(`The metrics will not show this backup: ${notNoted}.`);
}

function removeEarlierCopy(database: Database, place: string): void {
  if (database.dialect !== "sqlite") return;
  const earlier = copyBeforeUpgrade(database.path);
  if (!existsSync(earlier) || earlier === place) return;
  rmSync(earlier);
  console.log(`Removed ${earlier}, the copy from before the last upgrade.`);
}

/** Zero if it is not a duration. */
function millisecondsOf(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,3})([mhd])$/.exec(text) ?? [];
  const minutes = { m: 1, h: 60, d: 24 * 60 }[unit ?? ""] ?? 0;
  return Number(count ?? 0) * minutes * 60_000;
}
