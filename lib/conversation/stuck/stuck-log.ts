import type { Moment } from "../conversation";

/** What shows that a visitor is stuck, part of the fold's state. Members are replaced, never modified. */
export interface StuckLog {
  /** A human or team is in charge: assigned, or the last to write besides the visitor. */
  isHumans: boolean;
  /** Index of the last message before the bot was in charge: earlier prompts do not count. */
  place: number;
  /** The last message that was not the visitor's. */
  saidEventId: string | null;
  /** The visitor's messages since then. */
  unanswered: readonly Moment[];
  /** Texts that the visitor typed instead of choosing, since the last choice. */
  typed: readonly Moment[];
  /** What the visitor typed in the last minute, as hashes. */
  recent: readonly (Moment & { text: string })[];
  /** Equal texts among them. */
  repeated: readonly Moment[];
  /** The visitor asked for a human, and none came since. */
  requested: Moment | null;
  /** A human or team was put in charge, and no human has written since. */
  taken: Moment | null;
}

export const emptyStuckLog: StuckLog = {
  isHumans: false,
  place: 0,
  saidEventId: null,
  unanswered: [],
  typed: [],
  recent: [],
  repeated: [],
  requested: null,
  taken: null,
};
