import type { StuckKind } from "@/lib/conversation/stuck/stuck-reasons";

/** A reason in plain words. */
export function reasonWords(kind: StuckKind, events: number): string {
  return words[kind](events);
}

/** The event that a reason leads to: where it begins, or the last one of a repetition. */
export function eventOfReason({ kind, eventIds }: { kind: StuckKind; eventIds: readonly string[] }): string {
  const first = kind === "waiting" || kind === "botSilent";
  return eventIds.at(first ? 0 : -1) ?? "";
}

const words: Readonly<Record<StuckKind, (events: number) => string>> = {
  humanRequested: () => "Asked for a person, and nobody has taken over",
  waiting: () => "Waiting for a person’s reply",
  repeatedText: (events) => `Sent the same text ${events} times within a minute`,
  botSilent: () => "The bot has not replied",
  repeatedPrompt: (events) => `Got the same question ${events} times`,
  typedInstead: (events) => `Typed ${events} replies instead of choosing`,
  abandoned: () => "Stopped at a question that far more visitors than usual leave",
};
