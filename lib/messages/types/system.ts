import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

/** A notice of the messenger itself, such as a changed number or identity. */
export const system = defineMessage({
  type: "system",
  aliases: ["system_message"],
  content: innermost(
    ["system"],
    z
      .object({
        body: optionalText,
        text: optionalText,
        message: optionalText,
        title: optionalText,
        type: optionalText,
      })
      .transform((sent) => {
        const kind = sent.type === "system" ? "" : sent.type.replace(/[_.-]+/g, " ");
        return { text: firstText(sent.body, sent.text, sent.message, sent.title, kind), type: sent.type };
      }),
  ),
  text: (content) => plainText(content.text) || "System message",
});
