import type { ReadMessage } from "./read-message";

/**
 * The answer type of a message, such as `button.response`, independent of the messenger's spelling; null for messages that are
 * not answers.
 */
export function answerType(message: ReadMessage): string | null {
  const sentType = message.sentType?.trim().toLowerCase() ?? "";
  if (sentType.endsWith(".response")) return sentType;
  return message.recognised && message.type.endsWith(".response") ? message.type : null;
}
