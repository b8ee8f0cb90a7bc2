import "server-only";
import { Counter, Histogram, Registry } from "prom-client";
import type { Commit, FailedCommit } from "@/lib/channel/commit";

/** Ingestion counters since the process started, for `GET /api/metrics`. */
export class IngestMetrics {
  readonly registry = new Registry();
  readonly #deliveries = new Counter({
    name: "playhead_deliveries_total",
    help: "Deliveries stored, by verdict, including imports and samples",
    labelNames: ["verdict"],
    registers: [this.registry],
  });
  readonly #events = new Counter({
    name: "playhead_events_total",
    help: "Events of stored deliveries: accepted, duplicates, quarantined, and erased: not stored, because they were erased before",
    labelNames: ["outcome"],
    registers: [this.registry],
  });
  readonly #replies = new Counter({
    name: "playhead_webhook_replies_total",
    help: "Responses of the webhook, by status: 401 means a missing or wrong token, 503 that the database could not commit in time",
    labelNames: ["status"],
    registers: [this.registry],
  });
  readonly #refused = new Counter({
    name: "playhead_webhook_refused_total",
    help: "Webhook requests with a missing or wrong token",
    registers: [this.registry],
  });
  readonly #failedCommits = new Counter({
    name: "playhead_commits_failed_total",
    help: "Ingestion transactions that failed in the database, by kind; their deliveries are retried until the time limit",
    labelNames: ["kind"],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: "playhead_commit_duration_seconds",
    help: "Duration of an ingestion transaction, from its first statement to the end of its commit",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly #sizes = new Histogram({
    name: "playhead_commit_deliveries",
    help: "Number of deliveries per transaction",
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers: [this.registry],
  });

  constructor() {
    // A counter without increments is 0, not missing.
    for (const verdict of ["accepted", "partial", "quarantined", "test"]) this.#deliveries.inc({ verdict }, 0);
    this.#failedCommits.inc({ kind: "unreachable" }, 0);
    for (const outcome of ["accepted", "duplicate", "quarantined", "erased"]) this.#events.inc({ outcome }, 0);
  }

  countCommit({ seconds, deliveries, events }: Commit): void {
    let size = 0;
    for (const [verdict, count] of Object.entries(deliveries)) {
      this.#deliveries.inc({ verdict }, count);
      size += count;
    }
    this.#events.inc({ outcome: "accepted" }, events.accepted);
    this.#events.inc({ outcome: "duplicate" }, events.duplicates);
    this.#events.inc({ outcome: "quarantined" }, events.quarantined);
    this.#events.inc({ outcome: "erased" }, events.erased);
    this.#seconds.observe(seconds);
    this.#sizes.observe(size);
  }

  countFailedCommit(kind: FailedCommit): void {
    this.#failedCommits.inc({ kind });
  }

  countReply(status: number): void {
    this.#replies.inc({ status });
    if (status === 401) this.#refused.inc();
  }
}

// On globalThis, because Next bundles the routes separately.
const shared = globalThis as typeof globalThis & { playheadIngestMetrics?: IngestMetrics };

/** The process's counters. */
export function ingestMetrics(): IngestMetrics {
  shared.playheadIngestMetrics ??= new IngestMetrics();
  return shared.playheadIngestMetrics;
}
