import { fromIso, type Instant, microsecondsOf } from "@/lib/time/instant";

/** Why a conversation is stuck, the most urgent first. */
export const stuckKinds = [
  "humanRequested",
  "waiting",
  "repeatedText",
  "botSilent",
  "repeatedPrompt",
  "typedInstead",
  "abandoned",
] as const;

export type StuckKind = (typeof stuckKinds)[number];

const minute = 60_000;

/** What each adds to the score, and for how long it has to last before it counts, in milliseconds. */
export const stuckRules: Readonly<Record<StuckKind, { weight: number; afterMs: number }>> = {
  humanRequested: { weight: 5, afterMs: 5 * minute },
  waiting: { weight: 4, afterMs: 15 * minute },
  repeatedText: { weight: 3, afterMs: 0 },
  botSilent: { weight: 3, afterMs: 5 * minute },
  repeatedPrompt: { weight: 2, afterMs: 0 },
  typedInstead: { weight: 2, afterMs: 0 },
  abandoned: { weight: 1, afterMs: 30 * minute },
};

/** What may make a conversation stuck, as its events show: does not depend on the current time. */
export interface StuckSign {
  kind: StuckKind;
  /** ISO 8601. */
  since: string;
  /** In timeline order. */
  eventIds: string[];
}

export interface Stuck {
  score: number;
  /** Since when the oldest of the reasons has lasted. */
  since: string;
  /** The most urgent first. */
  reasons: StuckSign[];
}

/** When a sign becomes a reason. */
export function dueAt({ kind, since }: Pick<StuckSign, "kind" | "since">): Instant {
  return fromIso(since) + microsecondsOf(stuckRules[kind].afterMs);
}

/**
 * Why an open conversation is stuck at a time; null if it is not.
 *
 * @param isLeft its visitor is at a prompt that is left far more often than usual
 */
export function stuckAt(signs: readonly StuckSign[], at: Instant, isLeft: boolean): Stuck | null {
  const reasons = signs
    .filter((sign) => dueAt(sign) <= at && (sign.kind !== "abandoned" || isLeft))
    .sort((a, b) => stuckKinds.indexOf(a.kind) - stuckKinds.indexOf(b.kind));
  const [since] = reasons.map((reason) => reason.since).sort();
  if (since === undefined) return null;
  return { score: reasons.reduce((total, { kind }) => total + stuckRules[kind].weight, 0), since, reasons };
}
