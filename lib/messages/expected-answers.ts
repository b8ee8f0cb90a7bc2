import type { ReadMessage, RecognisedMessage } from "./read-message";

/** The message types that answer this prompt; empty for a message that asks nothing (text, a carousel of pictures, an answer). */
export function expectedAnswers(message: ReadMessage): readonly string[] {
  if (!message.recognised) return [];
  // A definition only receives content that it parsed, which the union of all types cannot express.
  const expectsAnswer = message.definition.expectsAnswer as
    | ((content: RecognisedMessage["content"]) => boolean)
    | undefined;
  return expectsAnswer?.(message.content) === false ? [] : (message.definition.answeredBy ?? []);
}
