import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, flag, inPayload, optionalText } from "@/lib/messages/lenient";
import { promptText } from "@/lib/messages/prompt-text";
import { variableName } from "@/lib/text/variable-token";

const field = z
  .object({ label: optionalText, title: optionalText, type: optionalText, variable: optionalText, is_optional: flag })
  .transform((sent) => ({
    label: firstText(sent.label, sent.title, variableName(sent.variable), "Field"),
    type: sent.type,
    /** The variable's name, "" when the answer sets none. */
    variable: variableName(sent.variable),
    optional: sent.is_optional,
  }));

export const form = defineMessage({
  type: "form",
  content: inPayload(
    z
      .object({ message: optionalText, title: optionalText, text: optionalText, fields: z.array(field) })
      .transform((sent) => ({ title: firstText(sent.message, sent.title, sent.text), fields: sent.fields })),
  ),
  text: (content) =>
    promptText(
      content.title,
      content.fields.map((one) => one.label),
    ),
  answeredBy: ["form.response"],
});
