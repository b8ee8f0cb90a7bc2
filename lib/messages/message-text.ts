import { literalLine, plainText } from "./plain-text";
import { type ReadMessage, type RecognisedMessage, readMessage } from "./read-message";
import { readableTexts } from "./readable-texts";
import { typeInWords } from "./type-in-words";
import { visitorWords } from "./visitor-words";

/**
 * What a person would read in one line: inbox preview, search, transcript. A message that is not recognised gives its first
 * readable texts, or says that it is not recognised. Never throws.
 */
export function messageText(message: unknown, by?: string): string {
  return readMessageText(readMessage(message), by);
}

/** `by` is the sender's word for who said it: what a visitor writes is text, what others write may be HTML. */
export function readMessageText(message: ReadMessage, by?: string): string {
  if (message.recognised) return definedText(message, by);
  const { sentType } = message;
  const lineOf = by === "visitor" ? literalLine : plainText;
  const texts = readableTexts(message.sent, lineOf);
  if (texts.length === 0)
    return sentType === null ? "Unrecognised message" : `Unrecognised message (${lineOf(sentType)})`;
  const said = texts.join(" · ");
  return sentType === null ? said : `${typeInWords(lineOf(sentType))}: ${said}`;
}

function definedText(message: RecognisedMessage, by: string | undefined): string {
  // A definition only ever meets the content that it parsed; the union of all types cannot express that.
  const text = message.definition.text as (content: RecognisedMessage["content"]) => string;
  return text(by === "visitor" ? visitorWords(message.content) : message.content);
}
