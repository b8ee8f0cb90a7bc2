import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { inPayload } from "@/lib/messages/lenient";
import { type Attachment, attachment, attachmentText } from "@/lib/messages/parts/attachment";
import { plainText } from "@/lib/text/plain-text";

const files = z.preprocess(fileList, z.array(attachment).min(1, "contains no file"));

export const fileUploadResponse = defineMessage({
  type: "file_upload.response",
  aliases: ["file.response"],
  content: inPayload(files).transform((sent): { files: Attachment[] } => ({ files: sent })),
  text: (content) =>
    content.files.length === 1 && content.files[0] !== undefined
      ? attachmentText("File", content.files[0])
      : `Files: ${content.files.map((file) => plainText(file.fileName)).join(", ")}`,
});

/** One file as `{type, payload: {link, …}}` or bare, several under `files`, or a bare list. */
function fileList(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return payload;
  if ("files" in payload) return payload.files;
  const inner = "payload" in payload ? payload.payload : payload;
  return Array.isArray(inner) ? inner : [inner];
}
