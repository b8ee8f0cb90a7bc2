/** The installation: which version runs, and on what. Sizes are bytes; null where unknown. */
export interface SystemState {
  version: string;
  commit: string | null;
  node: string;
  dialect: "sqlite" | "postgresql";
  databaseBytes: number | null;
  freeBytes: number | null;
  /** ISO 8601 UTC. Null on Postgres, whose backups Playhead does not see, and before the first. */
  lastBackupAt: string | null;
  lastDeliveryAt: string | null;
}
