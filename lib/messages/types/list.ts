import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, listOf, optionalText } from "@/lib/messages/lenient";
import { messageFooter, messageHeader } from "@/lib/messages/parts/message-header";
import { promptText } from "@/lib/messages/prompt-text";

const item = z
  .object({ title: optionalText, text: optionalText, description: optionalText })
  .transform((sent) => ({ title: firstText(sent.title, sent.text), description: sent.description }));

const section = z
  .object({ title: optionalText, items: listOf(item), rows: listOf(item) })
  .transform((sent) => ({ title: sent.title, items: [...sent.items, ...sent.rows] }));

/** WhatsApp's list: a button (`opener`) that opens sections of items. */
export const list = defineMessage({
  type: "list",
  content: inPayload(
    z
      .object({
        header: messageHeader,
        footer: messageFooter,
        title: optionalText,
        text: optionalText,
        list: z.object({ title: optionalText, sections: z.array(section) }),
      })
      .transform((sent) => ({
        header: sent.header,
        footer: sent.footer,
        title: firstText(sent.title, sent.text),
        opener: sent.list.title,
        sections: sent.list.sections,
      })),
  ),
  text: (content) =>
    promptText(
      [content.header.text, content.title].filter((part) => part !== "").join(" "),
      content.sections.flatMap((one) => one.items.map((each) => each.title)),
    ),
  answeredBy: ["list.response", "button.response", "interactive.response"],
});
