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
  /** Brings its rows up to date. */
  apply(batch: Batch): Promise<void>;
  /** Begins a rebuild, in which all events and then all conversations are applied again. */
  reset?(transaction: Statements, store: Store): Promise<void>;
  /** Removes its rows of these conversations. */
  forget?(transaction: Statements, dialect: Dialect, conversationIds: readonly bigint[]): Promise<void>;
  /** Ends a rebuild, in steps: removes what the log does not give. Returns where the next step goes on; null at the end. */
  sweep?(transaction: PrismaTransaction, after: string): Promise<string | null>;
}

/** What is applied in one transaction, which has taken the projector's turn. */
export interface Batch {
  transaction: Statements;
  store: Store;
  /** In the order of their ids. */
  events: readonly LoggedEvent[];
  /** In a rebuild, without `before`: rows that were derived may be missing. */
  changes: readonly ConversationChange[];
  /** Null for events that are projected for the first time. */
  rebuild: RebuildBatch | null;
}

export interface RebuildBatch {
  /** The rows of the batch's events, as they are stored. */
  rows: ReadonlyMap<bigint, StoredEvent>;
  /** Later events are applied as the projector reaches them. */
  appliedUpTo: bigint;
  report: RebuildReport;
}

export type StoredEvent = NonNullable<Awaited<ReturnType<PrismaTransaction["event"]["findFirst"]>>>;
