import type { Dialect } from "@/lib/env/database-url";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import type { LoggedEvent } from "@/lib/store/log/logged-event";
import type { RebuildReport } from "@/lib/store/projections/rebuild/rebuild-report";
import type { ConversationChange } from "./conversation-change";

/** Tables or columns that are derived from the event log. */
export interface Projection {
  readonly name: string;
  /** A database whose rows have a lower version is rebuilt in the background. */
  readonly version: number;
  /** Updates its rows. */
  apply(batch: Batch): Promise<void>;
  /** Begins a rebuild, which applies all events and then all conversations again. */
  reset?(transaction: Statements, store: Store): Promise<void>;
  /** Deletes its rows of these conversations. */
  forget?(transaction: Statements, dialect: Dialect, conversationIds: readonly bigint[]): Promise<void>;
  /**
   * Ends a rebuild, in steps: deletes rows that the log does not produce. Returns the cursor of the next step; null at the end.
   */
  sweep?(transaction: PrismaTransaction, after: string): Promise<string | null>;
}

/** What is applied in one transaction, which holds the projector's turn. */
export interface Batch {
  transaction: Statements;
  store: Store;
  /** In ascending order of ids. */
  events: readonly LoggedEvent[];
  /** During a rebuild, `before` is missing: derived rows may have been lost. */
  changes: readonly ConversationChange[];
  /** Null for events that are projected for the first time. */
  rebuild: RebuildBatch | null;
}

export interface RebuildBatch {
  /** The stored rows of the batch's events. */
  rows: ReadonlyMap<bigint, StoredEvent>;
  /** Later events are applied when the projector reaches them. */
  appliedUpTo: bigint;
  report: RebuildReport;
}

export type StoredEvent = NonNullable<Awaited<ReturnType<PrismaTransaction["event"]["findFirst"]>>>;
