import "server-only";
import { collectDefaultMetrics, Gauge } from "prom-client";
import type { Viewer } from "@/lib/auth/viewer";
import { ingestMetrics } from "@/lib/ingest/ingest-metrics";
import { ingestion } from "@/lib/ingest/ingestion";
import { store } from "@/lib/store/client";
import { changeFeed } from "./change-feed";

/** What the process counts, as Prometheus reads it: contract.md, `GET /api/metrics`. */
export async function readMetrics(_viewer: Viewer): Promise<{ contentType: string; text: string }> {
  const { registry } = ingestMetrics();
  // Made at the first look: who does not look pays nothing.
  if (registry.getSingleMetric("playhead_live_viewers") === undefined) addGauges();
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function addGauges(): void {
  const { registry } = ingestMetrics();
  const registers = [registry];
  new Gauge({
    name: "playhead_live_viewers",
    help: "Open live streams of this process",
    registers,
    collect() {
      this.set(changeFeed(store()).listenerCount);
    },
  });
  new Gauge({
    name: "playhead_deliveries_waiting",
    help: "Deliveries that are read and not answered yet",
    registers,
    collect() {
      this.set(ingestion().waiting);
    },
  });
  collectDefaultMetrics({ register: registry });
}
