import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, listOf, optionalNumber, optionalText, orNull, words } from "@/lib/messages/lenient";
import { attachment } from "@/lib/messages/parts/attachment";
import { promptText } from "@/lib/messages/prompt-text";

const errors = z.object({ file_size: optionalText, file_extensions: optionalText, file_not_found: optionalText });

/** A request for files with its rules; as `file` it may contain files itself (docs/support-hunt/webhook.md §4). */
export const fileUpload = defineMessage({
  type: "file_upload",
  aliases: ["file"],
  content: inPayload(
    z
      .object({
        title: optionalText,
        text: optionalText,
        allow_extensions: listOf(words),
        max_file_size_in_kb: optionalNumber,
        upload_file_limit: optionalNumber,
        error_message: orNull(errors),
        files: listOf(attachment),
      })
      .transform((sent) => ({
        title: firstText(sent.title, sent.text),
        extensions: sent.allow_extensions,
        maxSizeInKb: sent.max_file_size_in_kb,
        limit: sent.upload_file_limit,
        sizeError: sent.error_message?.file_size ?? "",
        extensionError: sent.error_message?.file_extensions ?? "",
        missingError: sent.error_message?.file_not_found ?? "",
        files: sent.files,
      })),
  ),
  text: (content) =>
    promptText(
      content.title,
      content.files.map((file) => file.fileName),
    ) || "File upload",
  answeredBy: ["file_upload.response", "file.response"],
  expectsAnswer: (content) => content.files.length === 0,
});
