import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { leafTexts } from "@/lib/text/leaf-texts";
import { plainText } from "@/lib/text/plain-text";

/** Values that mark a removed reaction in other messengers. */
const takenBack = /^(?:unreact|remove|delete)d?$/i;
const pictograph = /\p{Extended_Pictographic}/u;

const fields = z.preprocess(
  (sent) => (typeof sent === "string" ? { emoji: sent } : sent),
  z
    .looseObject({
      action: optionalText,
      emoji: optionalText,
      reaction: optionalText,
      text: optionalText,
      message_id: optionalText,
      reacted_to: optionalText,
      mid: optionalText,
      id: optionalText,
    })
    .transform((sent, context) => {
      const isTakenBack = takenBack.test(sent.action);
      const emoji = isTakenBack ? "" : firstText(sent.emoji, sent.reaction, sent.text);
      const messageId = firstText(sent.message_id, sent.reacted_to, sent.mid, sent.id);
      if (emoji === "" && messageId === "")
        context.addIssue({ code: "custom", message: "has neither an emoji nor a message id" });
      if (emoji === "" && !isTakenBack && leafTexts(sent, new Set(), false).some((text) => pictograph.test(text)))
        context.addIssue({ code: "custom", message: "has an emoji in an unknown field" });
      return { emoji, messageId };
    }),
);

/** An emoji reaction to a message. Without an emoji it removes an earlier reaction, as on WhatsApp. */
export const reaction = defineMessage({
  type: "reaction",
  content: innermost(["reaction"], fields),
  text: (content) => (content.emoji === "" ? "Removed a reaction" : `Reacted ${plainText(content.emoji)}`),
});
