import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { firstText, listOf, optionalText } from "@/lib/messages/lenient";
import { attachment } from "./attachment";

const file = z.preprocess((sent) => (isRecord(sent) ? sent : undefined), attachment.optional());
const named = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { fallback_value: sent }),
    z.object({ fallback_value: optionalText, code: optionalText }),
  )
  .optional()
  .default({ fallback_value: "", code: "" });

const parameter = z
  .preprocess(
    (sent) => (isRecord(sent) ? sent : { text: sent }),
    z.object({
      type: optionalText,
      text: optionalText,
      payload: optionalText,
      coupon_code: optionalText,
      currency: named,
      date_time: named,
      image: file.optional(),
      video: file.optional(),
      document: file.optional(),
    }),
  )
  .transform((sent) => ({
    value: firstText(
      sent.text,
      sent.currency.fallback_value,
      sent.date_time.fallback_value,
      sent.coupon_code,
      sent.payload,
    ),
    file: sent.image ?? sent.video ?? sent.document ?? null,
  }));

const button = z
  .object({ text: optionalText, title: optionalText, url: optionalText, phone_number: optionalText })
  .transform((sent) => ({
    title: firstText(sent.text, sent.title),
    webUrl: firstText(sent.url, sent.phone_number === "" ? "" : `tel:${sent.phone_number}`),
    phone: sent.phone_number,
  }));

const places: Record<string, string> = { header: "Header", body: "Body", footer: "Footer" };

/** A part of a template: its approved text and buttons, or the values of its placeholders. */
export const templateComponent = z
  .object({
    type: optionalText,
    sub_type: optionalText,
    index: optionalText,
    text: optionalText,
    parameters: listOf(parameter),
    buttons: listOf(button),
  })
  .transform((sent) => {
    const type = sent.type.toLowerCase();
    const number = sent.index === "" || !/^\d{1,2}$/.test(sent.index) ? "" : ` ${Number(sent.index) + 1}`;
    return {
      place: places[type] ?? (type.startsWith("button") ? `Button${number}` : firstText(sent.type, "Body")),
      text: sent.text,
      kind: [sent.type, sent.sub_type, sent.index],
      values: sent.parameters.map((one) => one.value).filter((value) => value !== ""),
      files: sent.parameters.flatMap((one) => (one.file === null ? [] : [one.file])),
      buttons: sent.buttons,
    };
  });
