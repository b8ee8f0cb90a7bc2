import * as z from "zod";
import { isNothing, optionalText, orNull } from "@/lib/messages/lenient";
import { attachment } from "./attachment";

/** The header of a list or of options: text, or a file (`{type: "document", document: {filename, link}}`). */
export const messageHeader = z
  .preprocess(
    (sent) => (isNothing(sent) ? {} : typeof sent === "string" ? { text: sent } : sent),
    z.object({
      text: optionalText,
      document: orNull(attachment),
      image: orNull(attachment),
      video: orNull(attachment),
    }),
  )
  .transform((sent) => ({ text: sent.text, file: sent.document ?? sent.image ?? sent.video }))
  .optional()
  .default({ text: "", file: null });

/** A footer: text, or an object with text. */
export const messageFooter = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { text: sent }),
    z.object({ text: optionalText }),
  )
  .transform((sent) => sent.text)
  .optional()
  .default("");
