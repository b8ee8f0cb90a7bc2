import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";

/** The effect of a batch of events on one conversation. */
export interface ConversationChange {
  id: bigint;
  /** The cursor of live updates: an id that no event had when the row was last written. */
  changeId: bigint;
  /** `null` for a conversation that was not projected before, or is stored in an older format. */
  before: FoldState | null;
  after: FoldState;
  /** All of its events that arrived out of order. */
  lateCount: number;
  /** The conversation's row already contains `after`. */
  isStored?: boolean;
}
