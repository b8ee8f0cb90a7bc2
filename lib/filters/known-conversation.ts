import type { Event } from "@/lib/events/event";
import type { Speaker } from "@/lib/filters/kinds/condition";

/**
 * A conversation as a test knows it, from its events alone. The naive meaning of a filter is said of this: no SQL, no columns, and
 * nothing of what the fold derives.
 */
export interface KnownConversation {
  key: string;
  title: string;
  status: "open" | "closed";
  account: { key: string; id: string };
  bot: string;
  channel: string | null;
  visitor: { key: string; name: string | null };
  assignee: { id: string; email: string | null; type: string } | null;
  labels: readonly { id: string; name: string | null }[];
  variables: Record<string, unknown>;
  messageCounts: { visitor: number; bot: number; user: number };
  noteCount: number;
  gapCount: number;
  reopened: boolean;
  humanWaitMs: number | null;
  firstReplyMs: number | null;
  waitingSince: string | null;
  lastPrompt: { type: string; text: string; answered: boolean } | null;
  /** All texts that search looks in. */
  texts: readonly string[];
  /** The texts that search looks in, by who said them. */
  said: Record<Speaker, readonly string[]>;
  /** The exact text of each event. */
  rawTexts: readonly string[];
  /** In timeline order. */
  events: readonly Event[];
  /** The time that lists use for the beginning, in microseconds since 1970. */
  created: bigint;
  /** The time that lists use for the last event, in microseconds since 1970. */
  active: bigint;
}
