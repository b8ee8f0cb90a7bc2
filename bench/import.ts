import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Dialect } from "@/lib/env/database-url";
import { memoryFlags } from "@/lib/process/production-command.mjs";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { stateHash } from "@/lib/testing/state-hash";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { fill } from "./fill";
import { peakMemoryDuring } from "./process-memory";
import { openExport } from "./read-export";
import { startServer } from "./server";

const few = 10_000;
const megabyte = 1024 ** 2;

/**
 * Peak memory of `npm run import` for an export of many events into an empty database, compared with one of few. @throws Error if
 * the two databases have different states
 */
export async function measureImport(dialect: Dialect, { full }: { full: boolean }): Promise<Figure[]> {
  const many = full ? 1_000_000 : 100_000;
  const small = await importOf(dialect, few);
  const large = await importOf(dialect, many);
  const rate = (large.events / large.seconds).toFixed(0);
  return [
    {
      name: `peak memory of an import of ${many.toLocaleString("en")} events, same state, ${rate} events/s, ${dialect}`,
      value: large.peak / megabyte,
      unit: "MB",
      baseline: { name: `MB for ${few.toLocaleString("en")}`, value: small.peak / megabyte },
      wanted: { atMost: 1.3 },
    },
  ];
}

interface ImportReading {
  events: number;
  seconds: number;
  peak: number;
}

async function importOf(dialect: Dialect, events: number): Promise<ImportReading> {
  const folder = mkdtempSync(join(tmpdir(), "playhead-import-bench-"));
  const file = join(folder, "events.jsonl");
  const from = await freshDatabase(dialect);
  const into = await freshDatabase(dialect);
  await within(from, (store) => fill(store, { conversations: events / 10 }));
  const server = await startServer(from);
  await pipeline(await openExport(server, "format=jsonl"), createWriteStream(file));
  await server.stop();

  const startedAt = performance.now();
  const { peak } = await importFile(file, into.url);
  const seconds = (performance.now() - startedAt) / 1000;
  const [original, copy] = [await within(from, stateHash), await within(into, stateHash)];
  await Promise.all([from.drop(), into.drop()]);
  rmSync(folder, { recursive: true });
  if (original !== copy) throw new Error("What was imported has another state than what was exported.");
  return { events, seconds, peak };
}

async function importFile(file: string, databaseUrl: string) {
  // As lib/cli/run.mjs does.
  const loader = [...memoryFlags, "--conditions=react-server", "--import", "tsx", "lib/cli/import.ts"];
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "bench-secret-that-is-long-enough-to-sign",
  };
  const child = spawn(process.execPath, [...loader, file], { env, stdio: ["ignore", "ignore", "inherit"] });
  return peakMemoryDuring(
    child.pid ?? 0,
    once(child, "exit").then(([code]) => {
      if (code !== 0) throw new Error(`The import ended with code ${code}.`);
    }),
  );
}

async function within<Result>(
  { database }: Awaited<ReturnType<typeof freshDatabase>>,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = openStore(database);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
