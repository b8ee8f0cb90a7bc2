import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, listOf, optionalText } from "@/lib/messages/lenient";
import { callback } from "@/lib/messages/parts/callback";
import { promptText } from "@/lib/messages/prompt-text";

const option = z.object({ title: optionalText, text: optionalText, callback, url: optionalText }).transform((sent) => ({
  title: firstText(sent.title, sent.text),
  webUrl: firstText(sent.callback.webUrl, sent.url),
}));

const picture = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { link: sent }),
    z.object({ link: optionalText, url: optionalText }),
  )
  .transform((sent) => firstText(sent.link, sent.url));

const card = z
  .object({
    image: picture.optional().default(""),
    title: optionalText,
    description: optionalText,
    subtitle: optionalText,
    text: optionalText,
    action: callback,
    buttons: listOf(option),
    options: listOf(option),
  })
  .transform((sent) => ({
    image: sent.image,
    title: sent.title,
    text: firstText(sent.description, sent.subtitle, sent.text),
    webUrl: sent.action.webUrl,
    options: [...sent.buttons, ...sent.options],
  }));

/** Cards side by side; `items` of pictures, or `cards` with text and buttons (docs/support-hunt/webhook.md §4). */
export const carousel = defineMessage({
  type: "carousel",
  aliases: ["image_carousel", "cardview"],
  content: inPayload(
    z
      .object({
        title: optionalText,
        text: optionalText,
        items: z.array(card).optional(),
        cards: z.array(card).optional(),
      })
      .transform((sent, context) => {
        const cards = sent.cards ?? sent.items;
        if (cards === undefined) context.addIssue({ code: "custom", message: "has neither items nor cards" });
        return { title: firstText(sent.title, sent.text), cards: cards ?? [] };
      }),
  ),
  text: (content) =>
    promptText(
      content.title,
      content.cards.flatMap((one) => [one.title, one.text, ...one.options.map((each) => each.title)]),
    ) || `Carousel of ${content.cards.length}`,
  answeredBy: ["carousel.response", "button.response", "interactive.response"],
  expectsAnswer: (content) => content.cards.some((one) => one.options.some((each) => each.webUrl === "")),
});
