import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, optionalText } from "@/lib/messages/lenient";
import { callback } from "@/lib/messages/parts/callback";
import { messageFooter, messageHeader } from "@/lib/messages/parts/message-header";
import { promptText } from "@/lib/messages/prompt-text";

const option = z.object({ id: optionalText, text: optionalText, title: optionalText, callback }).transform((sent) => ({
  id: sent.id,
  title: firstText(sent.text, sent.title, sent.id),
  webUrl: sent.callback.webUrl,
}));

/** WhatsApp's options and reply buttons. */
export const options = defineMessage({
  type: "options",
  aliases: ["reply_buttons"],
  content: inPayload(
    z
      .object({
        text: optionalText,
        title: optionalText,
        header: messageHeader,
        footer: messageFooter,
        options: z.array(option),
        buttons_layout: optionalText,
      })
      .transform((sent) => ({
        text: firstText(sent.text, sent.title),
        header: sent.header,
        footer: sent.footer,
        options: sent.options,
        layout: sent.buttons_layout.toLowerCase() === "horizontal" ? ("horizontal" as const) : ("vertical" as const),
      })),
  ),
  text: (content) =>
    promptText(
      [content.header.text, content.text].filter((part) => part !== "").join(" "),
      content.options.map((one) => one.title),
    ),
  answeredBy: ["options.response", "reply_buttons.response", "button.response", "interactive.response"],
});
