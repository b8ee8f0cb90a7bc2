import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, flag, inPayload, optionalText, words } from "@/lib/messages/lenient";
import { callback } from "@/lib/messages/parts/callback";
import { promptText } from "@/lib/messages/prompt-text";

const choice = z.object({ title: words, type: optionalText, callback }).transform((sent) => ({
  title: sent.title,
  /** As sent: `branch` answers, `web_url` opens `webUrl`. */
  kind: sent.type,
  webUrl: sent.callback.webUrl,
}));

export const button = defineMessage({
  type: "button",
  content: inPayload(
    z
      .object({
        title: optionalText,
        text: optionalText,
        buttons: z.array(choice),
        buttons_layout: optionalText,
        multi_select_enabled: flag,
        search_enabled: flag,
      })
      .transform((sent) => ({
        title: firstText(sent.title, sent.text),
        buttons: sent.buttons,
        layout: sent.buttons_layout.toLowerCase() === "vertical" ? ("vertical" as const) : ("horizontal" as const),
        multiSelect: sent.multi_select_enabled,
        searchable: sent.search_enabled,
      })),
  ),
  text: (content) =>
    promptText(
      content.title,
      content.buttons.map((one) => one.title),
    ),
  answeredBy: ["button.response", "interactive.response"],
  expectsAnswer: (content) => content.buttons.some((one) => one.webUrl === ""),
});
