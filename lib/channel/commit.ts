import type { FailureKind } from "@/lib/errors/database-failure";
import type { NewDelivery } from "@/lib/store/log/new-delivery";

/** A successful ingestion transaction, as reported by the writer. Plain data, because it is sent between threads. */
export interface Commit {
  seconds: number;
  deliveries: Partial<Record<NewDelivery["verdict"], number>>;
  events: { accepted: number; duplicates: number; quarantined: number; erased: number };
}

/** Why an ingestion transaction failed. */
export type FailedCommit = FailureKind | "other";
