import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { words } from "@/lib/messages/lenient";
import { type Attachment, attachment, attachmentText } from "@/lib/messages/parts/attachment";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";

const fileKinds = { image: "Image", audio: "Audio", video: "Video", document: "File" } as const;
type FileKind = keyof typeof fileKinds;

export type MessagePart =
  | { kind: "text"; text: string }
  | { kind: FileKind; file: Attachment }
  | { kind: "info"; title: string }
  | { kind: "unknown"; sent: unknown };

const textPart = z
  .object({ type: z.literal("text"), text: words })
  .transform(({ text }): MessagePart => ({ kind: "text", text }));
const infoPart = z
  .object({ type: z.literal("info"), info: z.object({ title: words }) })
  .transform(({ info }): MessagePart => ({ kind: "info", title: info.title }));
const filePart = z
  .looseObject({ type: z.enum(["image", "audio", "video", "document"]) })
  .transform((sent) => ({ kind: sent.type, file: sent[sent.type] }))
  .pipe(z.object({ kind: z.enum(["image", "audio", "video", "document"]), file: attachment }))
  .transform((part): MessagePart => part);
/** A part of an unknown kind does not invalidate the other parts or the message. */
const part = z.union([
  textPart,
  infoPart,
  filePart,
  z.unknown().transform((sent): MessagePart => ({ kind: "unknown", sent })),
]);

/** A bot block with several messages. The parts are under `messages`, in the message or in its payload. */
export const sendMessage = defineMessage({
  type: "send_message",
  content: z
    .preprocess(partsFirst, z.object({ messages: z.array(part) }))
    .transform(({ messages }): { parts: MessagePart[] } => ({ parts: messages })),
  text: (content) => content.parts.map(partText).join(" ") || "Empty message",
});

function partsFirst(message: unknown): unknown {
  const inPayload = typeof message === "object" && message !== null && "payload" in message && !("messages" in message);
  if (!inPayload) return message;
  return Array.isArray(message.payload) ? { messages: message.payload } : message.payload;
}

function partText(part: MessagePart): string {
  if (part.kind === "text") return plainText(part.text);
  if (part.kind === "info") return plainText(part.title);
  if (part.kind === "unknown") return plainText(valueText(part.sent));
  return attachmentText(fileKinds[part.kind], part.file);
}
