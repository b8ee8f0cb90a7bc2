import { z } from "zod";
import { defineMessage } from "./define-message";
import { innermost } from "./innermost";
import { firstText, optionalText } from "./lenient";
import { plainText } from "./plain-text";

const fields = z.preprocess(
  (sent) => (typeof sent === "string" ? { emoji: sent } : sent),
  z
    .object({
      emoji: optionalText,
      reaction: optionalText,
      text: optionalText,
      message_id: optionalText,
      reacted_to: optionalText,
      id: optionalText,
    })
    .transform((sent, context) => {
      const emoji = firstText(sent.emoji, sent.reaction, sent.text);
      const messageId = firstText(sent.message_id, sent.reacted_to, sent.id);
      if (emoji === "" && messageId === "")
        context.addIssue({ code: "custom", message: "has neither an emoji nor a message id" });
      return { emoji, messageId };
    }),
);

/** An emoji that answers a message. Without an emoji it takes an earlier reaction back, as on WhatsApp. */
export const reaction = defineMessage({
  type: "reaction",
  content: innermost(["reaction"], fields),
  text: (content) => (content.emoji === "" ? "Removed a reaction" : `Reacted ${plainText(content.emoji)}`),
});
