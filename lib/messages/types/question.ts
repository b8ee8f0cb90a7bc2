import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, optionalText } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";

const fields = z.object({ text: optionalText, title: optionalText, message: optionalText });

/** A "Collect Input" question, which the visitor answers by typing. */
export const question = defineMessage({
  type: "question",
  aliases: ["name", "email", "phone", "custom_phone_input"],
  content: z
    .object({
      text: optionalText,
      title: optionalText,
      payload: z
        .preprocess((sent) => (typeof sent === "string" ? { text: sent } : (sent ?? {})), fields)
        .optional()
        .default({ text: "", title: "", message: "" }),
    })
    .transform(({ text, title, payload }, context) => {
      const asked = firstText(text, payload.text, title, payload.title, payload.message);
      if (asked === "") context.addIssue({ code: "custom", message: "contains no question: neither text nor title" });
      return { text: asked };
    }),
  text: (content) => plainText(content.text),
  answeredBy: ["text", "name.response", "email.response", "phone.response", "custom_phone_input.response"],
});
