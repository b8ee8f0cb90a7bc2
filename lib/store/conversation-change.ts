import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { PlacedEvent } from "./placed-event";

/** What a transaction does to one conversation. */
export interface ConversationChange {
  id: bigint;
  /** The cursor of live updates: the highest id of the new events. */
  changeId: bigint;
  /** `null` for one not stored before, or stored in an older format. */
  before: FoldState | null;
  after: FoldState;
  /** The new events, in arrival order. */
  events: readonly PlacedEvent[];
  /** Repeats of its events before this transaction's. */
  repeatCount: number;
  /** All its events that arrived after one that happened later. */
  lateCount: number;
  /** The conversation's row holds `after` already. */
  isStored?: boolean;
}
