import { literalLine, plainText } from "./plain-text";
import { type ReadMessage, type RecognisedMessage, readMessage } from "./read-message";
import { visitorWords } from "./visitor-words";

const longestRaw = 2000;

/**
 * What a person would read in one line: inbox preview, search, transcript. A message that is not recognised gives its
 * type and its data, so that it is found by what it says. Never throws.
 */
export function messageText(message: unknown, by?: string): string {
  return readMessageText(readMessage(message), by);
}

/** `by` is the sender's word for who said it: what a visitor writes is text, what others write may be HTML. */
export function readMessageText(message: ReadMessage, by?: string): string {
  if (message.recognised) return definedText(message, by);
  const json = writeJson(message.sent).slice(0, longestRaw);
  const raw = by === "visitor" ? literalLine(json) : plainText(json);
  return message.sentType === null ? raw : `${message.sentType}: ${raw}`;
}

function definedText(message: RecognisedMessage, by: string | undefined): string {
  // A definition only ever meets the content that it parsed; the union of all types cannot express that.
  const text = message.definition.text as (content: RecognisedMessage["content"]) => string;
  return text(by === "visitor" ? visitorWords(message.content) : message.content);
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
