import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, listOf, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

const error = z
  .object({
    code: optionalText,
    title: optionalText,
    message: optionalText,
    details: optionalText,
    error_data: z
      .preprocess((sent) => (isRecord(sent) ? sent : {}), z.object({ details: optionalText }))
      .optional()
      .default({ details: "" }),
  })
  .transform((sent) => ({
    reason: firstText(sent.error_data.details, sent.details, sent.message, sent.title),
    code: sent.code,
  }));

/** A message that the messenger could not deliver, such as a view-once picture, and the reason. */
export const unsupported = defineMessage({
  type: "unsupported",
  aliases: ["unknown"],
  content: innermost(
    ["unsupported", "unknown"],
    z
      .object({
        errors: listOf(error),
        title: optionalText,
        text: optionalText,
        message: optionalText,
        reason: optionalText,
        description: optionalText,
      })
      .transform((sent) => ({
        reason: firstText(
          sent.errors[0]?.reason ?? "",
          sent.reason,
          sent.text,
          sent.message,
          sent.description,
          sent.title,
        ),
        errors: sent.errors,
      })),
  ),
  text: (content) => plainText(["Unsupported message", content.reason].filter((part) => part !== "").join(": ")),
});
