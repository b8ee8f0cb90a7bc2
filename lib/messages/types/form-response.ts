import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, isNothing, optionalText } from "@/lib/messages/lenient";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";
import { variableName } from "@/lib/text/variable-token";

const extra = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : {}),
    z.object({ country_code: optionalText }),
  )
  .optional()
  .default({ country_code: "" });

const field = z
  .object({ label: optionalText, type: optionalText, variable: optionalText, value: z.unknown().optional(), extra })
  .transform((sent) => ({
    label: firstText(sent.label, variableName(sent.variable), "Field"),
    type: sent.type,
    variable: variableName(sent.variable),
    /** In its JSON type; null for an empty field. */
    value: isNothing(sent.value) ? null : sent.value,
    countryCode: sent.extra.country_code,
  }));

export const formResponse = defineMessage({
  type: "form.response",
  content: inPayload(z.object({ fields: z.array(field) })),
  text: (content) =>
    content.fields
      .filter((one) => one.value !== null)
      .map((one) => `${plainText(one.label)}: ${plainText(valueText(one.value))}`)
      .join(" · ") || "Form left empty",
  variables: (content) =>
    content.fields
      .filter((one) => one.variable !== "" && one.value !== null)
      .map((one) => ({ name: one.variable, value: one.value, type: one.type || null })),
});
