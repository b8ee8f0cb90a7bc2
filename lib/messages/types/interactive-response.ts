import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

/** The choice from WhatsApp's reply buttons, list, or template buttons. */
export const interactiveResponse = defineMessage({
  type: "interactive.response",
  aliases: ["button_reply", "list_reply", "interactive_reply", "quick_reply"],
  content: innermost(
    ["interactive", "button_reply", "list_reply", "button", "reply"],
    z.preprocess(
      (sent) => (typeof sent === "string" ? { title: sent } : sent),
      z
        .object({
          title: optionalText,
          text: optionalText,
          body: optionalText,
          description: optionalText,
          id: optionalText,
          payload: optionalText,
        })
        .transform((sent, context) => {
          const title = firstText(sent.title, sent.text, sent.body, sent.payload, sent.id);
          if (title === "") context.addIssue({ code: "custom", message: "contains no choice" });
          return { title, description: sent.description, id: firstText(sent.id, sent.payload) };
        }),
    ),
  ),
  text: (content) => plainText([content.title, content.description].filter((part) => part !== "").join(" · ")),
});
