import { z } from "zod";
import { defineMessage } from "./define-message";
import { words } from "./lenient";
import { plainText } from "./plain-text";

/** What a person, a bot or an agent said. It may be HTML, Markdown (of AI answers) or plain text. */
export const text = defineMessage({
  type: "text",
  content: z.preprocess(textFirst, z.object({ text: words })).transform(({ text }) => ({ text })),
  text: (content) => plainText(content.text),
});

/** `message.text`, or `message.payload.text`, or a payload that is the text. */
function textFirst(message: unknown): unknown {
  if (typeof message !== "object" || message === null) return message;
  if ("text" in message) return message;
  if (!("payload" in message)) return message;
  return typeof message.payload === "string" ? { text: message.payload } : message.payload;
}
