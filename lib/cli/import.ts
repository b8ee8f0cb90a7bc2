import { statSync } from "node:fs";
import { commandLine } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { env } from "@/lib/env/env";
import { reapplyErasures } from "@/lib/erasure/reapply";
import { type ImportFault, type ImportReport, importAll } from "@/lib/ingest/import/import-all";
import { importFile } from "@/lib/ingest/import/import-file";
import { readImport } from "@/lib/ingest/import/read-import";
import { fileStart } from "@/lib/ingest/import/read-lines";
import { withStore } from "@/lib/store/admin/with-store";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { webhookTokens } from "@/lib/store/records/webhook-token-cache";
import { migrate } from "@/prisma/migrate";
import { fileArgument } from "./file-argument";
import { fromWhereCalled } from "./from-where-called";
import { ProgressLine } from "./progress-line";
import { runCommand } from "./run-command";

const usage = `Imports events into the database, with or without a running server.

  npm run import -- FILE
  npm run import -- -            reads standard input

Each line is the body of a delivery, one event in the platform's envelope, or a line of the export
(GET /api/v1/export?format=jsonl). JSON documents and lists of these are also accepted. All of them can be UTF-8 or UTF-16,
optionally compressed with gzip. Duplicates are skipped, so a file can be imported twice. An interrupted import continues
where it stopped. Lines without an event are quarantined (see Deliveries) and reported.`;

const { file } = fileArgument(usage);

/** Errors beyond this number are counted but not listed. */
const mostNamed = 100;

const progress = new ProgressLine();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
let faults = 0;

await runCommand(async () => {
  await migrate(env().database);
  await withStore(env().database, (opened) => reapplyErasures(opened, (line) => console.log(line)));
  const secrets = [...env().webhookTokens, ...(await webhookTokens(store()))];
  const began = Date.now();
  const report = file === "-" ? await importInput(secrets) : await importPath(fromWhereCalled(file), secrets);
  progress.clear();
  summarise(report, (Date.now() - began) / 1000);
  const { accepted, duplicates, quarantined, erased } = report;
  const detail = { accepted, duplicates, quarantined, erased, isInterrupted: stop.signal.aborted };
  await inTransaction(store(), (within) => audit(within, commandLine, { action: "import.run", detail }));
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

function summarise(report: ImportReport, seconds: number): void {
  const { accepted, duplicates, quarantined, erased, unreadable, next } = report;
  if (faults > mostNamed) console.error(`… and ${faults - mostNamed} more`);
  const perSecond = Math.round((accepted + duplicates + erased) / Math.max(seconds, 0.001));
  console.log(
    `${accepted} events imported, ${duplicates} duplicates, ${quarantined} events quarantined, ${unreadable} lines without events` +
      (erased === 0 ? "" : `, ${erased} events skipped that were erased before`) +
      ` (${next.line - 1} lines, ${seconds.toFixed(1)} s, ${perSecond} events/s)`,
  );
  if (stop.signal.aborted) console.log("Interrupted. Run the same command to continue.");
}
