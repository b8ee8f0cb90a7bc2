import { plainText } from "./plain-text";
import { type ReadMessage, type RecognisedMessage, readMessage } from "./read-message";

const longestRaw = 2000;

/**
 * What a person would read in one line: inbox preview, search, transcript. A message that is not recognised gives its
 * type and its data, so that it is found by what it says. Never throws.
 */
export function messageText(message: unknown): string {
  return readMessageText(readMessage(message));
}

export function readMessageText(message: ReadMessage): string {
  if (message.recognised) return definedText(message);
  const raw = plainText(json(message.sent).slice(0, longestRaw));
  return message.sentType === null ? raw : `${message.sentType}: ${raw}`;
}

function definedText(message: RecognisedMessage): string {
  // A definition only ever meets the content that it parsed; the union of all types cannot express that.
  const text = message.definition.text as (content: RecognisedMessage["content"]) => string;
  return text(message.content);
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
