import { expectedAnswers } from "@/lib/messages/expected-answers";
import type { ReadMessage } from "@/lib/messages/read-message";
import { offeredChoices } from "./choices";

/** A message that asks for an answer. */
export interface Prompt {
  /** The message types that answer it: `button.response`. */
  answeredBy: readonly string[];
  /** Any text that the visitor types is an answer. */
  acceptsText: boolean;
  /** Its choices or fields; empty if they cannot be determined. */
  offered: readonly string[];
  /** False if an answer is possible but not expected: buttons that are all links, an unknown message type. */
  expectsAnswer: boolean;
  /** False for a script, which runs in the browser. */
  asksVisitor: boolean;
  /** Number of accepted answers: several files may answer one prompt. */
  answersWanted: number;
}

/** The prompt in a message of the bot or an agent; null for a message that cannot be answered, such as a text or pictures. */
export function promptOf(message: ReadMessage): Prompt | null {
  const answers = answerTypes(message);
  const isQuestion = answers.includes("text") || isCollectInput(message);
  const answeredBy = answers.filter((type) => type.endsWith(".response"));
  if (answeredBy.length === 0 && !isQuestion) return null;
  const offered = offeredChoices(message.sent);
  const expectsAnswer = isQuestion || expectedAnswers(message).length > 0;
  // Links are sometimes answered; pictures and template values never are.
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

/** From the definition; an unknown type is answered by its own `.response`, as Calendly's is. */
function answerTypes(message: ReadMessage): readonly string[] {
  if (message.recognised) return message.definition.answeredBy ?? [];
  return message.sentType === null ? [] : [`${message.sentType.trim().toLowerCase()}.response`];
}

/** A text message with its text in `payload.text` is a "Collect Input" question (docs/support-hunt/webhook.md §4). */
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
