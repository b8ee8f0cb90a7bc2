import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { words } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";

/** Text of a visitor, bot or agent. It may be HTML, Markdown (AI answers) or plain text. */
export const text = defineMessage({
  type: "text",
  content: z.preprocess(textFirst, z.object({ text: words })).transform(({ text }) => ({ text })),
  text: (content) => plainText(content.text),
});

/** `text`, `payload.text`, or a payload that is a string; each may have the text under `body`, as on WhatsApp. */
function textFirst(message: unknown): unknown {
  if (!isRecord(message)) return message;
  if ("text" in message) return { text: bodyOf(message.text) };
  if (!("payload" in message)) return "body" in message ? { text: message.body } : message;
  const { payload } = message;
  if (!isRecord(payload)) return typeof payload === "string" ? { text: payload } : payload;
  return { text: "text" in payload ? bodyOf(payload.text) : payload.body };
}

function bodyOf(text: unknown): unknown {
  return isRecord(text) && "body" in text ? text.body : text;
}
