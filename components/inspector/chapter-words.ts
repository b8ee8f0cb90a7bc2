import type { NameOf } from "@/components/actors/actor-names";
import type { Chapter } from "@/lib/fold/log/chapters";

/** A chapter's title in the outline: `Handover to Ines`, `Closed by Ines`. */
export function chapterTitle({ kind, actor }: Chapter, nameOf: NameOf): string {
  const by = actor === null ? "" : ` by ${nameOf(actor)}`;
  switch (kind) {
    case "bot":
      return actor === null ? "Bot" : nameOf(actor);
    case "handover":
      return `Handover to ${nameOf(actor)}`;
    case "agent":
      return nameOf(actor);
    case "unassigned":
      return "Unassigned";
    case "closed":
      return actor?.type === "system" ? "Closed by time-out" : `Closed${by}`;
    case "reopened":
      return `Reopened${by}`;
  }
}

/** A chapter's outcome; null if there is none yet. */
export function chapterOutcome({ kind, outcome }: Chapter, nameOf: NameOf): string | null {
  if (outcome === null) return null;
  const by = outcome.actor === null ? "" : ` by ${nameOf(outcome.actor)}`;
  switch (outcome.kind) {
    case "answered":
      return `first reply${by}`;
    case "closed":
      return outcome.actor?.type === "system" ? "closed by time-out" : `closed${by}`;
    case "handedOver":
      return `${kind === "closed" || kind === "reopened" ? "assigned" : "handed over"} to ${nameOf(outcome.actor)}`;
    case "neverAnswered":
      return "never answered";
    case "reopened":
      return `reopened${by}`;
    case "unanswered":
      return "last question unanswered";
    case "unassigned":
      return "unassigned";
    case "waiting":
      return kind === "handover" ? "waiting for the first reply" : "waiting for a reply";
  }
}
