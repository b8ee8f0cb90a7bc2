import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, isNothing, listOf, optionalNumber, optionalText, words } from "@/lib/messages/lenient";
import { callback } from "@/lib/messages/parts/callback";
import { plainText } from "@/lib/text/plain-text";

const bodies = z.preprocess((sent) => (Array.isArray(sent) || isNothing(sent) ? sent : [sent]), listOf(words));

/** The button that was pressed, or the buttons of a multi-select prompt. */
export const buttonResponse = defineMessage({
  type: "button.response",
  content: inPayload(
    z
      .object({
        body: bodies,
        title: optionalText,
        text: optionalText,
        callback,
        selected_button_index: z.preprocess(
          (sent) => (Array.isArray(sent) || isNothing(sent) ? sent : [sent]),
          listOf(optionalNumber),
        ),
      })
      .transform((sent, context) => {
        const title = firstText(sent.title, sent.text);
        const chosen = sent.body.length > 0 || title === "" ? sent.body : [title];
        const indexes = sent.selected_button_index.filter((index) => index !== null);
        if (chosen.length === 0 && indexes.length === 0)
          context.addIssue({ code: "custom", message: "contains no choice" });
        return { chosen, indexes, webUrl: sent.callback.webUrl };
      }),
  ),
  text: (content) =>
    plainText(content.chosen.join(", ")) || content.indexes.map((index) => `Button ${index + 1}`).join(", "),
});
