import "server-only";
import { collectDefaultMetrics, Gauge } from "prom-client";
import { ingestMetrics } from "./ingest-metrics";

/** What is read at the moment of asking. */
interface Gauges {
  /** Open live streams. */
  liveViewers(): number;
  /** Deliveries that are read and not answered yet. */
  waiting(): number;
}

/** What the process counts, as Prometheus reads it: contract.md, `GET /api/metrics`. */
export async function metricsText(gauges: Gauges): Promise<{ contentType: string; text: string }> {
  const { registry } = ingestMetrics();
  // Made at the first look: who does not look pays nothing.
  if (registry.getSingleMetric("playhead_live_viewers") === undefined) addGauges(gauges);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function addGauges({ liveViewers, waiting }: Gauges): void {
  const { registry } = ingestMetrics();
  const registers = [registry];
  new Gauge({
    name: "playhead_live_viewers",
    help: "Open live streams of this process",
    registers,
    collect() {
      this.set(liveViewers());
    },
  });
  new Gauge({
    name: "playhead_deliveries_waiting",
    help: "Deliveries that are read and not answered yet",
    registers,
    collect() {
      this.set(waiting());
    },
  });
  collectDefaultMetrics({ register: registry });
}
