import { openStore } from "@/lib/store/connection/open-store";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { fill } from "./fill";
import { interleave } from "./interleave";
import { sendLoad } from "./load";
import { readExport } from "./read-export";
import { type BenchServer, startServer } from "./server";
import { percentile } from "./statistics";

const events = 100_000;

/** The response time of deliveries during continuous exports of all events, compared with no export. */
export async function measureExport(): Promise<Figure[]> {
  const fresh = await freshDatabase("sqlite");
  const store = openStore(fresh.database);
  await fill(store, { conversations: events / 10 });
  await store.close();
  const server = await startServer(fresh);
  let round = 0;
  const slowest = async () => {
    const order = { port: server.port, token: server.webhookToken, connections: 16, eventsPerDelivery: 1, rate: 100 };
    const result = await sendLoad({ ...order, method: "POST", seconds: 8, family: `export ${round++}` });
    return percentile(result.latencies, 0.99);
  };
  const slowestWhileExporting = async () => {
    const end = new AbortController();
    const exporting = exportUntil(server, end.signal);
    const result = await Promise.race([slowest(), exporting.then(() => Number.NaN)]);
    end.abort();
    await exporting;
    return result;
  };
  const result = await interleave(3, slowest, slowestWhileExporting);
  await server.stop();
  await fresh.drop();
  return [
    {
      name: "p99 of an answer at 100/s while 100,000 events are exported",
      value: result.figure,
      unit: "ms",
      baseline: { name: "ms alone", value: result.baseline },
      wanted: { atMost: 3 },
    },
  ];
}

async function exportUntil(server: BenchServer, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await readExport(server, "format=jsonl", signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
