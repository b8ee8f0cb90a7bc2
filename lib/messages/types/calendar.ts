import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, flag, inPayload, listOf, optionalText, orNull } from "@/lib/messages/lenient";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";

const days = z.preprocess(
  (sent) => (typeof sent === "string" && sent !== "" ? [sent] : sent),
  listOf(z.unknown().transform(valueText)),
);
const rules = z.object({
  datepicker_type: optionalText,
  start: optionalText,
  end: optionalText,
  formatter: optionalText,
  selected: days,
  exclude_days: days,
  include: days,
  skip: days,
});

/** A date picker. Dates and rules stay as sent: the bot builder chooses their format. */
export const calendar = defineMessage({
  type: "calendar",
  content: inPayload(
    z
      .object({ title: optionalText, text: optionalText, auto_open: flag, validation: orNull(rules) })
      .transform((sent) => ({
        title: firstText(sent.title, sent.text),
        autoOpen: sent.auto_open,
        picker: sent.validation?.datepicker_type ?? "",
        start: sent.validation?.start ?? "",
        end: sent.validation?.end ?? "",
        format: sent.validation?.formatter ?? "",
        selected: sent.validation?.selected ?? [],
        excludedDays: sent.validation?.exclude_days ?? [],
        included: sent.validation?.include ?? [],
        skipped: sent.validation?.skip ?? [],
      })),
  ),
  text: (content) => plainText(content.title) || "Pick a date",
  answeredBy: ["calendar.response"],
});
