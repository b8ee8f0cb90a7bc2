import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, listOf, optionalText } from "@/lib/messages/lenient";
import { readVcard } from "@/lib/messages/parts/read-vcard";
import { plainText } from "@/lib/text/plain-text";

const name = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { formatted_name: sent }),
    z.object({ formatted_name: optionalText, first_name: optionalText, last_name: optionalText }),
  )
  .transform((sent) => ({
    whole: firstText(sent.formatted_name, `${sent.first_name} ${sent.last_name}`.trim()),
    parts: [sent.first_name, sent.last_name],
  }))
  .optional()
  .default({ whole: "", parts: [] });
const reach = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { value: sent }),
    z.object({ phone: optionalText, email: optionalText, url: optionalText, value: optionalText, wa_id: optionalText }),
  )
  .transform((sent) => firstText(sent.phone, sent.email, sent.url, sent.value, sent.wa_id));
const organisation = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { company: sent }),
    z.object({ company: optionalText, department: optionalText, title: optionalText }),
  )
  .transform((sent) => [sent.title, sent.department, sent.company].filter((part) => part !== ""))
  .optional()
  .default([]);
const address = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { street: sent }),
    z.object({
      street: optionalText,
      zip: optionalText,
      city: optionalText,
      state: optionalText,
      country: optionalText,
    }),
  )
  .transform((sent) => [sent.street, sent.zip, sent.city, sent.state, sent.country].filter((part) => part !== ""));

const contact = z
  .preprocess(
    (sent) => (typeof sent === "string" ? { vcard: sent } : sent),
    z.object({
      name,
      phones: listOf(reach),
      emails: listOf(reach),
      urls: listOf(reach),
      phone: optionalText,
      email: optionalText,
      org: organisation,
      addresses: listOf(address),
      birthday: optionalText,
      vcard: optionalText,
    }),
  )
  .transform((sent) => {
    const card = readVcard(sent.vcard);
    return {
      name: firstText(sent.name.whole, card.name),
      nameParts: sent.name.parts,
      reachedBy: [...sent.phones, sent.phone, ...sent.emails, sent.email, ...sent.urls, ...card.reachedBy].filter(
        (one) => one !== "",
      ),
      organisation: sent.org.length > 0 ? sent.org : card.organisation,
      addresses: sent.addresses,
      birthday: sent.birthday,
      vcard: sent.vcard,
    };
  });

/** Shared contact cards, in WhatsApp's shape or as vCards: a list under `payload`, `payload.contacts` or `contacts`. */
export const contacts = defineMessage({
  type: "contacts",
  aliases: ["contact", "vcard"],
  content: z
    .looseObject({})
    .transform((message) => ({ contacts: contactList(message.payload ?? message.contacts ?? message.contact) }))
    .pipe(z.object({ contacts: z.array(contact).min(1, "contains no contact") })),
  text: (content) =>
    plainText(
      `Contact: ${content.contacts.map((one) => [one.name, ...one.organisation, ...one.reachedBy].join(" ").trim()).join(", ")}`,
    ),
});

function contactList(payload: unknown): unknown {
  if (typeof payload === "string") return [payload];
  if (!isRecord(payload)) return payload;
  return "contacts" in payload ? payload.contacts : [payload];
}
