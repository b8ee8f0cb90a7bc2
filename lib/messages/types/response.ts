import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, listOf, optionalText } from "@/lib/messages/lenient";
import { attachment } from "@/lib/messages/parts/attachment";
import { assignmentsText, valueText, variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";

const field = z
  .object({ label: optionalText, title: optionalText, name: optionalText, value: z.unknown().optional() })
  .transform((sent) => ({ label: firstText(sent.label, sent.title, sent.name, "Field"), value: sent.value ?? null }));
const answer = z.object({
  text: optionalText,
  body: optionalText,
  title: optionalText,
  description: optionalText,
  id: optionalText,
  value: z.unknown().optional(),
  fields: listOf(field),
  files: listOf(attachment),
  variables: variableAssignments,
});

/**
 * An answer whose shape is not published (`calendar.response`, `list.response`, …): the first of text, body, title, value, plus
 * its fields, files and variables (docs/support-hunt/webhook.md §4).
 */
export const response = defineMessage({
  type: "response",
  content: z
    .looseObject({})
    .transform((message) => ({ payload: payloadOf(message) }))
    .pipe(z.object({ payload: answer }))
    .transform(({ payload }, context) => {
      const value = payload.value === null || payload.value === undefined ? "" : valueText(payload.value);
      const text = firstText(payload.text, payload.body, payload.title, value);
      const { fields, files, variables, description, id } = payload;
      if (text === "" && fields.length + files.length + variables.length === 0)
        context.addIssue({ code: "custom", message: "has none of text, body, title, value, fields, files, variables" });
      return { text, description, id, fields, files, variables };
    }),
  text: (content) =>
    [
      plainText(content.text),
      plainText(content.description),
      ...content.fields.map((one) => `${plainText(one.label)}: ${plainText(valueText(one.value))}`),
      ...content.files.map((file) => plainText(file.fileName)),
      assignmentsText(content.variables),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  variables: (content) => content.variables,
});

function payloadOf(message: Record<string, unknown>): unknown {
  const payload = message.payload ?? message;
  return typeof payload === "object" ? payload : { value: payload };
}
