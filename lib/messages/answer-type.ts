import type { ReadMessage } from "./read-message";

/** As which kind of answer a message counts: `button.response`, whatever the messenger calls it; null for all else. */
export function answerType(message: ReadMessage): string | null {
  const sentType = message.sentType?.trim().toLowerCase() ?? "";
  if (sentType.endsWith(".response")) return sentType;
  return message.recognised && message.type.endsWith(".response") ? message.type : null;
}
