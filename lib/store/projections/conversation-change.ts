import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";

/** What a batch of events does to one conversation. */
export interface ConversationChange {
  id: bigint;
  /** The cursor of live updates: an id that no event had when its row was last written. */
  changeId: bigint;
  /** `null` for one not projected before, or stored in an older format. */
  before: FoldState | null;
  after: FoldState;
  /** All its events that arrived after one that happened later. */
  lateCount: number;
  /** The conversation's row holds `after` already. */
  isStored?: boolean;
}
