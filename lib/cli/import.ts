import { statSync } from "node:fs";
import { env } from "@/lib/env/env";
import { type ImportFault, type ImportReport, importAll } from "@/lib/ingest/import/import-all";
import { importFile } from "@/lib/ingest/import/import-file";
import { readImport } from "@/lib/ingest/import/read-import";
import { fileStart } from "@/lib/ingest/import/read-lines";
import { webhookTokens } from "@/lib/store/admin/webhook-tokens";
import { store } from "@/lib/store/connection/client";
import { migrate } from "@/prisma/migrate";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { ProgressLine } from "./progress-line";
import { runCommand } from "./run-command";

const usage = `Reads events into the database, beside a running server or without one.

  npm run import -- FILE
  npm run import -- -            reads standard input

Each line is a body that the webhook received, one event in the platform's envelope, or a line of the export
(GET /api/v1/export?format=jsonl). A JSON document of these, indented or not, and a list of them are read too; all in UTF-8 or
UTF-16, as they are or in gzip. What is stored already is not stored again, so a file can be imported twice, and one that was
interrupted goes on where it was. Lines without an event are quarantined (the page Deliveries) and named here.`;

const { file } = fileArgument(usage);

/** More faults than this are counted, not named. */
const mostNamed = 100;

const progress = new ProgressLine();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
let faults = 0;

await runCommand(async () => {
  await migrate(env().database);
  const secrets = [...env().webhookTokens, ...(await webhookTokens(store()))];
  const began = Date.now();
  const report = file === "-" ? await importInput(secrets) : await importPath(fromWhereCalled(file), secrets);
  progress.clear();
  summarise(report, (Date.now() - began) / 1000);
  await store().close();
  return null;
});

async function importInput(secrets: readonly string[]): Promise<ImportReport> {
  const { lines } = await readImport(process.stdin);
  return importAll(store(), lines, options(secrets, null));
}

async function importPath(path: string, secrets: readonly string[]): Promise<ImportReport> {
  const { began, ...report } = await importFile(store(), path, options(secrets, statSync(path).size));
  if (began.line > fileStart.line) console.log(`Continued at line ${began.line}, where the previous import ended.`);
  return report;
}

function options(secrets: readonly string[], size: number | null) {
  return {
    secrets,
    signal: stop.signal,
    onFault: name,
    onProgress: async ({ accepted, duplicates, next }: ImportReport) => {
      const share = size === null ? null : Math.min(1, next.offset / Math.max(1, size));
      progress.show(share, `line ${next.line - 1}, ${accepted} new events, ${duplicates} duplicates`);
    },
  };
}

function name({ line, reason, deliveryId }: ImportFault): void {
  faults += 1;
  if (faults > mostNamed) return;
  progress.clear();
  console.error(`line ${line}: ${reason}${deliveryId === null ? "" : ` (kept as delivery ${deliveryId})`}`);
}

function summarise({ accepted, duplicates, quarantined, unreadable, next }: ImportReport, seconds: number): void {
  if (faults > mostNamed) console.error(`… and ${faults - mostNamed} more`);
  const perSecond = Math.round((accepted + duplicates) / Math.max(seconds, 0.001));
  console.log(
    `${accepted} events imported, ${duplicates} duplicates, ${quarantined} events quarantined, ${unreadable} lines without events ` +
      `(${next.line - 1} lines, ${seconds.toFixed(1)} s, ${perSecond} events/s)`,
  );
  if (stop.signal.aborted) console.log("Interrupted. Run the same command to continue.");
}
