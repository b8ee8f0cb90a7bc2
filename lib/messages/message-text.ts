import { asHtml, mapWords } from "@/lib/text/map-words";
import { literalLines, plainLines } from "@/lib/text/plain-lines";
import { literalLine, plainText } from "@/lib/text/plain-text";
import { readableTexts } from "@/lib/text/readable-texts";
import { typeInWords } from "@/lib/text/type-in-words";
import { type ReadMessage, type RecognisedMessage, readMessage } from "./read-message";

/**
 * One-line text for inbox preview, search and transcript. For a message that is not recognised, its first readable texts or a
 * notice. Never throws. `by` is the sender's role: a visitor's text is literal, other text may be HTML.
 */
export function messageText(message: unknown, by?: string): string {
  return readMessageText(readMessage(message), by);
}

export function readMessageText(message: ReadMessage, by?: string): string {
  if (!message.recognised) return rawText(message, by);
  return definedText(message, by === "visitor" ? mapWords(message.content, asHtml) : message.content);
}

/** A Unicode noncharacter, which no text contains. */
const lineBreak = "\ufdd0";

/** The same text with line breaks, as pages show it. */
export function readMessageLines(message: ReadMessage, by?: string): string {
  if (!message.recognised) return rawText(message, by);
  const readLines = by === "visitor" ? literalLines : plainLines;
  const content = mapWords(message.content, (text) =>
    asHtml(readLines(text.replaceAll(lineBreak, " "))).replaceAll("\n", lineBreak),
  );
  return definedText(message, content).replaceAll(lineBreak, "\n");
}

function rawText(message: Exclude<ReadMessage, RecognisedMessage>, by: string | undefined): string {
  const { sentType } = message;
  const lineOf = by === "visitor" ? literalLine : plainText;
  const texts = readableTexts(message.sent, lineOf);
  if (texts.length === 0)
    return sentType === null ? "Unrecognised message" : `Unrecognised message (${lineOf(sentType)})`;
  const said = texts.join(" · ");
  return sentType === null ? said : `${typeInWords(lineOf(sentType))}: ${said}`;
}

function definedText(message: RecognisedMessage, content: RecognisedMessage["content"]): string {
  // A definition only receives content that it parsed, which the union of all types cannot express.
  const text = message.definition.text as (content: RecognisedMessage["content"]) => string;
  return text(content);
}
