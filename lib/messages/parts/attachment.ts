import * as z from "zod";
import { firstText, isNothing, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";
import { fileNameOfLink } from "./file-name";

/** A file that was sent. */
export interface Attachment {
  /** As sent; may be "" or invalid. */
  link: string;
  /** Never "": the sender's name for it, else the last part of the link, else "file". */
  fileName: string;
  mimeType: string;
  caption: string;
  sizeInBytes: number | null;
  /** The messenger's id of the file if it sends no link; "" if missing. */
  id: string;
}

/** A file in any known spelling (docs/support-hunt/webhook.md §4): `file_name`, `filename`, a bare link, … */
export const attachment = z
  .preprocess(
    (sent) => (typeof sent === "string" && !isNothing(sent) ? { link: sent } : sent),
    z.object({
      link: optionalText,
      url: optionalText,
      id: optionalText,
      media_id: optionalText,
      file_name: optionalText,
      filename: optionalText,
      name: optionalText,
      mime_type: optionalText,
      mimetype: optionalText,
      caption: optionalText,
      size: optionalNumber,
      file_size: optionalNumber,
      file_size_in_kb: optionalNumber,
    }),
  )
  .transform((sent, context): Attachment => {
    const link = firstText(sent.link, sent.url);
    const fileName = firstText(sent.file_name, sent.filename, sent.name, fileNameOfLink(link));
    const id = firstText(sent.id, sent.media_id);
    if (link === "" && fileName === "" && id === "")
      context.addIssue({ code: "custom", message: "expected a link or a file name" });
    const kilobytes = sent.file_size_in_kb === null ? null : sent.file_size_in_kb * 1024;
    return {
      id,
      link,
      fileName: fileName === "" ? "file" : fileName,
      mimeType: firstText(sent.mime_type, sent.mimetype).toLowerCase(),
      caption: sent.caption,
      sizeInBytes: sent.size ?? sent.file_size ?? kilobytes,
    };
  });

/** A message that is one file: under `payload`, or under the name of its type as in parts of `send_message`. */
export const attachmentMessage = z
  .looseObject({ type: optionalText })
  .transform((message) => ({ payload: isNothing(message.payload) ? message[message.type] : message.payload }))
  .pipe(z.object({ payload: attachment }))
  .transform((message) => message.payload);

/** `Image: kettle.jpg · the kettle` */
export function attachmentText(kind: string, file: Attachment): string {
  return plainText([`${kind}: ${file.fileName}`, file.caption].filter((part) => part !== "").join(" · "));
}
