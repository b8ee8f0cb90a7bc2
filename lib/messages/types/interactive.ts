import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, listOf, optionalText } from "@/lib/messages/lenient";
import { messageFooter, messageHeader } from "@/lib/messages/parts/message-header";
import { promptText } from "@/lib/messages/prompt-text";
import { innermost } from "@/lib/text/innermost";

const button = z
  .object({ title: optionalText, text: optionalText, url: optionalText, reply: z.looseObject({}).optional() })
  .transform((sent) => ({
    title: firstText(sent.title, sent.text, textIn(sent.reply, "title"), textIn(sent.reply, "id")),
    id: textIn(sent.reply, "id"),
    webUrl: sent.url,
  }));

const row = z
  .object({ id: optionalText, title: optionalText, text: optionalText, description: optionalText })
  .transform((sent) => ({
    title: firstText(sent.title, sent.text, sent.id),
    description: sent.description,
    id: sent.id,
  }));

const product = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { product_retailer_id: sent }),
    z.object({
      product_retailer_id: optionalText,
      id: optionalText,
      title: optionalText,
      name: optionalText,
      description: optionalText,
      price: optionalText,
      currency: optionalText,
    }),
  )
  .transform((sent) => {
    const id = firstText(sent.product_retailer_id, sent.id);
    const price = [sent.price, sent.currency].filter((part) => part !== "").join(" ");
    return {
      title: firstText(sent.title, sent.name, id, "Product"),
      description: [sent.description, price].filter((part) => part !== "").join(" · "),
      id,
      priceParts: [sent.price, sent.currency],
    };
  });

const section = z
  .object({
    title: optionalText,
    rows: listOf(row),
    items: listOf(row),
    product_items: listOf(product),
    products: listOf(product),
  })
  .transform((sent) => ({
    title: sent.title,
    items: [...sent.rows, ...sent.items, ...sent.product_items, ...sent.products],
  }));

const body = z
  .preprocess((sent) => (isRecord(sent) ? sent : { text: sent }), z.object({ text: optionalText }))
  .transform((sent) => sent.text)
  .optional()
  .default("");

/**
 * WhatsApp's interactive messages as a business sends them: reply buttons, lists, links, flows, products and catalogues. The
 * members of `action` and its `parameters` are read as if they were next to the body.
 */
export const interactive = defineMessage({
  type: "interactive",
  aliases: [
    ...["flow", "cta_url", "location_request_message", "product", "product_list", "product_message", "multi_product"],
    ...["catalog_message", "catalogue_message", "catalog", "catalogue"],
  ],
  content: innermost(
    ["interactive", "product", "catalog", "catalogue", "catalog_message", "flow"],
    z.preprocess(
      flattened,
      z
        .object({
          type: optionalText,
          header: messageHeader,
          title: optionalText,
          text: optionalText,
          body,
          footer: messageFooter,
          button: optionalText,
          display_text: optionalText,
          flow_cta: optionalText,
          url: optionalText,
          buttons: listOf(button),
          sections: listOf(section),
          product_items: listOf(product),
          products: listOf(product),
          product_retailer_id: optionalText,
          catalog_id: optionalText,
        })
        .transform((sent, context) => {
          const link = firstText(sent.display_text, sent.flow_cta);
          const buttons =
            link === "" && sent.url === ""
              ? sent.buttons
              : [...sent.buttons, { title: link, id: "", webUrl: sent.url }];
          const single = sent.product_retailer_id === "" ? [] : [product.parse(sent.product_retailer_id)];
          const loose = [...sent.product_items, ...sent.products, ...single];
          const sections = loose.length === 0 ? sent.sections : [...sent.sections, { title: "", items: loose }];
          const content = {
            kind: sent.type,
            header: sent.header,
            title: firstText(sent.body, sent.text, sent.title),
            footer: sent.footer,
            opener: sent.button,
            buttons,
            sections,
            catalogId: sent.catalog_id,
          };
          const said = [content.title, content.header.text, content.opener, content.catalogId].join("");
          if (said === "" && buttons.length + sections.length === 0 && content.header.file === null)
            context.addIssue({ code: "custom", message: "has neither text, buttons nor products" });
          return content;
        }),
    ),
  ),
  text: (content) => {
    const offered = [
      ...content.buttons.map((one) => one.title),
      ...content.sections.flatMap((one) => one.items.map((each) => each.title)),
    ];
    const words = promptText([content.header.text, content.title].filter((part) => part !== "").join(" "), offered);
    return words || content.opener || (content.catalogId === "" ? "Interactive message" : "Catalogue");
  },
  answeredBy: ["interactive.response", "flow.response", "button.response", "list.response"],
  expectsAnswer: (content) =>
    content.buttons.some((one) => one.webUrl === "") || content.sections.some((one) => one.items.length > 0),
});

function flattened(sent: unknown): unknown {
  if (!isRecord(sent)) return sent;
  const action = isRecord(sent.action) ? sent.action : {};
  const parameters = isRecord(action.parameters) ? action.parameters : {};
  return { ...parameters, ...action, ...sent };
}

function textIn(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === "string" ? text : "";
}
