import type { ReadMessage, RecognisedMessage } from "./read-message";

/** The message types that answer this prompt; none for what asks nothing (text, a carousel of mere pictures, an answer). */
export function expectedAnswers(message: ReadMessage): readonly string[] {
  if (!message.recognised) return [];
  // A definition only ever meets the content that it parsed; the union of all types cannot express that.
  const expectsAnswer = message.definition.expectsAnswer as
    | ((content: RecognisedMessage["content"]) => boolean)
    | undefined;
  return expectsAnswer?.(message.content) === false ? [] : (message.definition.answeredBy ?? []);
}
