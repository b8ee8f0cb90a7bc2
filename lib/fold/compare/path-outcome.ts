import type { Conversation, Summary } from "@/lib/conversation/conversation";
import type { Question } from "../questionnaire";

/** How a conversation has ended so far, as far as the visitor's path to it is concerned. */
export type PathOutcome = "handedOver" | "unanswered" | "closed" | "open";

type Ended = Pick<Summary & Conversation, "humanWaitMs" | "firstReplyMs" | "assignee" | "lastPrompt" | "status">;

/** A handover comes before all else: what was asked or closed afterwards is a human's doing. */
export function pathOutcome({ humanWaitMs, firstReplyMs, assignee, lastPrompt, status }: Ended): PathOutcome {
  const isHumans = assignee?.type === "user" || assignee?.type === "team";
  if (humanWaitMs !== null || firstReplyMs !== null || isHumans) return "handedOver";
  if (lastPrompt !== null && !lastPrompt.answered) return "unanswered";
  return status;
}

/** How many questions two conversations begin with in common: the same words, asked by the same message type. */
export function sharedQuestions(
  a: readonly Pick<Question, "type" | "question">[],
  b: readonly Pick<Question, "type" | "question">[],
): number {
  const parting = a.findIndex(({ type, question }, place) => {
    const other = b[place];
    return other === undefined || other.type !== type || other.question.trim() !== question.trim();
  });
  return parting === -1 ? a.length : parting;
}
