import { z } from "zod";
import { defineMessage } from "./define-message";
import { firstText, listOf, optionalText } from "./lenient";
import { plainText } from "./plain-text";

const name = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { formatted_name: sent }),
    z.object({ formatted_name: optionalText, first_name: optionalText, last_name: optionalText }),
  )
  .transform((sent) => firstText(sent.formatted_name, `${sent.first_name} ${sent.last_name}`.trim()))
  .optional()
  .default("");
const reach = z.preprocess(
  (sent) => (typeof sent === "object" && sent !== null ? sent : { value: sent }),
  z
    .object({ phone: optionalText, email: optionalText, value: optionalText })
    .transform((sent) => firstText(sent.phone, sent.email, sent.value)),
);
const contact = z
  .object({ name, phones: listOf(reach), emails: listOf(reach), phone: optionalText, email: optionalText })
  .transform((sent) => ({
    name: sent.name,
    reachedBy: [...sent.phones, sent.phone, ...sent.emails, sent.email].filter((one) => one !== ""),
  }));

/** Shared contact cards, in WhatsApp's shape: a list under `payload`, `payload.contacts` or `contacts`. */
export const contacts = defineMessage({
  type: "contacts",
  aliases: ["contact"],
  content: z
    .looseObject({})
    .transform((message) => ({ contacts: contactList(message.payload ?? message.contacts) }))
    .pipe(z.object({ contacts: z.array(contact).min(1, "names no contact") })),
  text: (content) =>
    plainText(`Contact: ${content.contacts.map((one) => [one.name, ...one.reachedBy].join(" ").trim()).join(", ")}`),
});

function contactList(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return payload;
  return "contacts" in payload ? payload.contacts : [payload];
}
