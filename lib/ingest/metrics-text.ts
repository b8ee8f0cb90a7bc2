import "server-only";
import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";
import { buildInfo } from "@/lib/env/build-info";
import { env } from "@/lib/env/env";
import type { KnownGauges } from "./gauge-reader";
import { ingestMetrics } from "./ingest-metrics";

/** Values that are read during a scrape, without waiting for the database. */
export interface MetricSources {
  /** Open live streams. */
  liveViewers(): number;
  /** Deliveries that are received and not answered yet. */
  waiting(): number;
  /** Whether a delivery could be stored, by the last probe; null before the first one. */
  isReady(): boolean | null;
  gauges(): Promise<KnownGauges>;
}

/** The metrics of the process in Prometheus format: contract.md, `GET /api/metrics`. */
export async function metricsText(sources: MetricSources): Promise<{ contentType: string; text: string }> {
  const { registry } = ingestMetrics();
  const known = await sources.gauges();
  for (const [name, { value }] of Object.entries(definitions)) {
    const gauge = gaugesOf(registry)[name];
    const now = value(sources, known);
    // A missing value is absent, because 0 is a value.
    if (now === null) gauge?.remove();
    else gauge?.set(now);
  }
  return { contentType: registry.contentType, text: await registry.metrics() };
}

interface Definition {
  help: string;
  value(sources: MetricSources, known: KnownGauges): number | null;
}

const definitions: Record<string, Definition> = {
  playhead_ready: {
    help: "1 if a delivery would be stored now, 0 if it would be refused, as checked within the last seconds",
    value: ({ isReady }) => (isReady() === null ? null : Number(isReady())),
  },
  playhead_live_viewers: {
    help: "Open live streams of this process",
    value: ({ liveViewers }) => liveViewers(),
  },
  playhead_deliveries_waiting: {
    help: "Deliveries that are received and not answered yet",
    value: ({ waiting }) => waiting(),
  },
  playhead_last_delivery_timestamp_seconds: {
    help: "When the latest stored delivery arrived",
    value: (_, { tables }) => tables?.lastDeliveryAt ?? null,
  },
  playhead_quarantine_open: {
    help: "Deliveries in quarantine that are neither reprocessed nor dismissed",
    value: (_, { tables }) => tables?.openQuarantine ?? null,
  },
  playhead_events_unprojected: {
    help: "Stored events that are not projected yet",
    value: (_, { tables }) => tables?.unprojectedEvents ?? null,
  },
  playhead_last_backup_timestamp_seconds: {
    help: "When npm run backup last succeeded; absent if it never did, and with Postgres",
    value: (_, { tables }) => tables?.lastBackupAt ?? null,
  },
  playhead_database_size_bytes: {
    help: "Size of the database, without SQLite's write-ahead log",
    value: (_, { tables }) => tables?.databaseBytes ?? null,
  },
  playhead_database_wal_bytes: {
    help: "Size of SQLite's write-ahead log",
    value: (_, { files }) => files?.walBytes ?? null,
  },
  playhead_disk_free_bytes: {
    help: "Free space on the disk of the SQLite database",
    value: (_, { files }) => files?.freeBytes ?? null,
  },
  playhead_gauges_age_seconds: {
    help: "Age of the figures from the database; it grows while the database does not respond",
    value: (_, { tablesAgeSeconds }) => tablesAgeSeconds,
  },
};

const made = new WeakMap<Registry, Record<string, Gauge>>();

/** Created at the first scrape. */
function gaugesOf(registry: Registry): Record<string, Gauge> {
  const known = made.get(registry);
  if (known !== undefined) return known;
  const registers = [registry];
  const gauges = Object.fromEntries(
    Object.entries(definitions).map(([name, { help }]) => [name, new Gauge({ name, help, registers })]),
  );
  const { version, commit } = buildInfo();
  new Gauge({
    name: "playhead_build_info",
    help: "Always 1; the labels contain the version and its environment",
    labelNames: ["version", "commit", "node", "database"],
    registers,
  }).set({ version, commit: commit ?? "", node: process.version, database: env().database.dialect }, 1);
  collectDefaultMetrics({ register: registry });
  made.set(registry, gauges);
  return gauges;
}
