import type { FailureKind } from "@/lib/errors/database-failure";
import type { NewDelivery } from "@/lib/store/log/new-delivery";

/** A transaction of ingestion, as the writer saw it end well. Plain data: it comes from another thread. */
export interface Commit {
  seconds: number;
  deliveries: Partial<Record<NewDelivery["verdict"], number>>;
  events: { accepted: number; duplicates: number; quarantined: number };
}

/** Why a transaction of ingestion failed. */
export type FailedCommit = FailureKind | "other";
