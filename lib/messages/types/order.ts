import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, listOf, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

export interface OrderItem {
  id: string;
  name: string;
  quantity: number | null;
  price: number | null;
  currency: string;
}

const item = z
  .object({
    product_retailer_id: optionalText,
    sku: optionalText,
    id: optionalText,
    name: optionalText,
    product_name: optionalText,
    title: optionalText,
    quantity: optionalNumber,
    item_price: optionalNumber,
    price: optionalNumber,
    currency: optionalText,
  })
  .transform((sent): OrderItem => {
    const id = firstText(sent.product_retailer_id, sent.sku, sent.id);
    return {
      id,
      name: firstText(sent.name, sent.product_name, sent.title, id, "Item"),
      quantity: sent.quantity,
      price: sent.item_price ?? sent.price,
      currency: /^[a-z]{3}$/.test(sent.currency) ? sent.currency.toUpperCase() : sent.currency,
    };
  });

/** A cart sent by the visitor from a catalogue. */
export const order = defineMessage({
  type: "order",
  content: innermost(
    ["order"],
    z
      .object({
        catalog_id: optionalText,
        text: optionalText,
        product_items: listOf(item),
        items: listOf(item),
        products: listOf(item),
      })
      .transform((sent, context) => {
        const items = [...sent.product_items, ...sent.items, ...sent.products];
        if (items.length === 0 && sent.text === "") context.addIssue({ code: "custom", message: "contains no item" });
        return { catalogId: sent.catalog_id, note: sent.text, items };
      }),
  ),
  text: (content) =>
    plainText(
      [
        `Order: ${content.items.map(itemText).join(", ") || "no items"}`,
        ...orderTotals(content.items).map((total) => `Total ${total}`),
        content.note,
      ]
        .filter((part) => part !== "")
        .join(" · "),
    ),
});

/** `2 × SKU-1 at 30 INR` */
function itemText({ name, quantity, price, currency }: OrderItem): string {
  const count = quantity === null ? "" : `${quantity} × `;
  return `${count}${name}${price === null ? "" : ` at ${money(price, currency)}`}`;
}

/** The total of each currency, in the order of the items; none if an item in that currency has no price. */
export function orderTotals(items: readonly OrderItem[]): string[] {
  const sums = new Map<string, number | null>();
  for (const { quantity, price, currency } of items) {
    const sum = sums.has(currency) ? (sums.get(currency) ?? null) : 0;
    sums.set(currency, sum === null || price === null ? null : sum + (quantity ?? 1) * price);
  }
  return [...sums].flatMap(([currency, sum]) => (sum === null ? [] : [money(sum, currency)]));
}

const amounts = new Intl.NumberFormat("en", { maximumFractionDigits: 4 });

/** `1,299.5 INR`. Currencies have different numbers of decimals, so none are added. */
export function money(amount: number, currency: string): string {
  return `${amounts.format(amount)} ${currency}`.trim();
}
