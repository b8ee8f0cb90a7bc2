/** The installation: its version and environment. Sizes are in bytes; null if unknown. */
export interface SystemState {
  version: string;
  commit: string | null;
  node: string;
  dialect: "sqlite" | "postgresql";
  databaseBytes: number | null;
  freeBytes: number | null;
  /** ISO 8601 UTC. Null before the first backup, and on Postgres, whose backups are not known to Playhead. */
  lastBackupAt: string | null;
  lastDeliveryAt: string | null;
  /** The file of the erasure journal, `path` null without one; null for viewers without the permission `operate`. */
  erasureJournal: { path: string | null } | null;
}
