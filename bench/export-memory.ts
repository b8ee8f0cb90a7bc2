import type { Dialect } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { fillMany } from "./fill-many";
import { peakMemoryDuring } from "./process-memory";
import { readExport } from "./read-export";
import { startServer } from "./server";

const few = 10_000;
const megabyte = 1024 ** 2;

/** Peak memory of a server during an export of many events, compared with one of few; for each format. */
export async function measureExportMemory(dialect: Dialect, { full }: { full: boolean }): Promise<Figure[]> {
  const many = full ? 1_000_000 : 100_000;
  const name = dialect === "sqlite" ? "SQLite" : "Postgres";
  const small = await peaksOf(dialect, few, few);
  const large = await peaksOf(dialect, many, few);
  return formats.map(({ query, what }) => ({
    name: `peak memory of the server that exports ${what(many)}, ${name}`,
    value: large[query] ?? Number.NaN,
    unit: "MB",
    baseline: { name: `MB for ${what(few)}`, value: small[query] ?? Number.NaN },
    wanted: null,
    alsoWanted: { atMost: 300, from: 0 },
  }));
}

const formats = [
  { query: "format=jsonl", what: (events: number) => `${events.toLocaleString("en")} events`, lines: oneFor(1) },
  { query: "format=csv", what: (events: number) => `${conversations(events)} as csv`, lines: oneFor(10, 1) },
  { query: "format=zip&transcript=txt", what: (events: number) => `${conversations(events)} as zip`, lines: null },
];

function conversations(events: number): string {
  return `${(events / 10).toLocaleString("en")} conversations`;
}

/** The number of lines in an export: one for each `size` events, plus `own`. */
function oneFor(size: number, own = 0) {
  return (events: number) => events / size + own;
}

/** By the query parameter of the format, each from a new server. */
async function peaksOf(dialect: Dialect, events: number, originalEvents: number): Promise<Record<string, number>> {
  const fresh = await freshDatabase(dialect);
  const store = openStore(fresh.database);
  await fillMany(store, events / 10, originalEvents / 10);
  await store.close();
  const peaks: Record<string, number> = {};
  for (const { query, lines } of formats) {
    const server = await startServer(fresh);
    const { peak, result } = await peakMemoryDuring(server.pid, readExport(server, query));
    const wanted = lines?.(events) ?? result.lines;
    if (result.lines !== wanted) throw new Error(`The export gave ${result.lines} lines instead of ${wanted}.`);
    peaks[query] = peak / megabyte;
    await server.stop();
  }
  await fresh.drop();
  return peaks;
}
