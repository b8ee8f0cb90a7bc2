import { expectedAnswers } from "@/lib/messages/expected-answers";
import type { ReadMessage } from "@/lib/messages/read-message";
import { offeredChoices } from "./choices";

/** What a message asks. */
export interface Prompt {
  /** The message types that answer it: `button.response`. */
  answeredBy: readonly string[];
  /** Whatever the visitor types is its answer. */
  acceptsText: boolean;
  /** What can be chosen or filled in; empty when that cannot be told. */
  offered: readonly string[];
  /** False where an answer may come but is not waited for: buttons that are all links, a kind of message not known. */
  expectsAnswer: boolean;
  /** False for a script, which asks the browser. */
  asksVisitor: boolean;
  /** Several files may answer one prompt. */
  answersWanted: number;
}

/** What a message of the bot or an agent asks; null for one that cannot be answered, such as a text or pictures. */
export function promptOf(message: ReadMessage): Prompt | null {
  const answers = answerTypes(message);
  const isQuestion = answers.includes("text") || isCollectInput(message);
  const answeredBy = answers.filter((type) => type.endsWith(".response"));
  if (answeredBy.length === 0 && !isQuestion) return null;
  const offered = offeredChoices(message.sent);
  const expectsAnswer = isQuestion || expectedAnswers(message).length > 0;
  // Links are sometimes answered too, pictures and what fills a template never.
  if (!expectsAnswer && message.recognised && (offered.length === 0 || message.type === "template")) return null;
  return {
    answeredBy,
    acceptsText: isQuestion,
    offered,
    expectsAnswer,
    asksVisitor: message.type !== "javascript",
    answersWanted: answersWanted(payloadOf(message.sent)),
  };
}

/** By the definition; a type not known is answered, if at all, by its own `.response`, as Calendly's is. */
function answerTypes(message: ReadMessage): readonly string[] {
  if (message.recognised) return message.definition.answeredBy ?? [];
  return message.sentType === null ? [] : [`${message.sentType.trim().toLowerCase()}.response`];
}

/** A text whose words stand in `payload.text` is a "Collect Input" question (docs/support-hunt/webhook.md §4). */
function isCollectInput(message: ReadMessage): boolean {
  return message.type === "text" && typeof payloadOf(message.sent).text === "string";
}

function answersWanted(payload: Record<string, unknown>): number {
  return Math.max(1, Math.trunc(Number(payload.upload_file_limit)) || 1);
}

function payloadOf(sent: unknown): Record<string, unknown> {
  const payload = typeof sent === "object" && sent !== null && "payload" in sent ? sent.payload : null;
  return typeof payload === "object" && payload !== null ? { ...payload } : {};
}
