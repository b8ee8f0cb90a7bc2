import { isRecord } from "@/lib/json/is-record";
import { isBlank } from "@/lib/text/is-blank";
import { readableTexts } from "@/lib/text/readable-texts";

/** The message that a message replies to, as far as the reply contains it. */
export interface QuotedMessage {
  /** The messenger's id of it; "" if only its text is known. */
  id: string;
  /** In one line; "" if only the id is known. */
  text: string;
}

const quoteFields = [
  "context",
  "reply_to",
  "quoted",
  "quoted_message",
  "replied_to",
  "in_reply_to",
  "reply_to_message",
];
const idFields = ["message_id", "id", "mid", "wamid", "stanza_id", "reply_to_message_id"];
const wordFields = ["text", "body", "caption", "title", "message", "quoted_message", "payload"];

/** The fields with a reply, and those read from it. */
export const quoteNames: ReadonlySet<string> = new Set([...quoteFields, ...idFields, ...wordFields]);

/** The quoted message, from a field of the message, of its payload, or next to it. */
export function quotedMessage(message: unknown, payload?: unknown): QuotedMessage | null {
  const places = [message, isRecord(message) ? message.payload : null, payload];
  for (const place of places) {
    if (!isRecord(place)) continue;
    for (const field of quoteFields) {
      const quoted = Object.hasOwn(place, field) ? read(place[field]) : null;
      if (quoted !== null) return quoted;
    }
  }
  return null;
}

function read(sent: unknown): QuotedMessage | null {
  if (typeof sent === "string") return isBlank(sent) ? null : { id: sent, text: "" };
  if (!isRecord(sent)) return null;
  const id = idFields.map((field) => textOf(sent[field])).find((text) => text !== "") ?? "";
  const words = Object.fromEntries(
    wordFields.filter((field) => Object.hasOwn(sent, field)).map((field) => [field, sent[field]]),
  );
  const text = readableTexts(words)[0] ?? "";
  return id === "" && text === "" ? null : { id, text };
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
