import { z } from "zod";
import { defineMessage } from "./define-message";
import { firstText, optionalText } from "./lenient";
import { plainText } from "./plain-text";

const language = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { code: sent }),
    z.object({ code: optionalText }),
  )
  .optional()
  .default({ code: "" });
const fields = z.object({
  name: optionalText,
  template_name: optionalText,
  title: optionalText,
  text: optionalText,
  body: optionalText,
  language,
});

/** An approved WhatsApp template. Its shape is not published; the name stands in `payload`, `template`, or beside the type. */
export const template = defineMessage({
  type: "template",
  content: z
    .looseObject({})
    .transform((message) => ({ template: innermost(message) }))
    .pipe(z.object({ template: fields }))
    .transform(({ template }, context) => {
      const name = firstText(template.name, template.template_name, template.title);
      const text = firstText(template.text, template.body);
      if (name === "" && text === "") context.addIssue({ code: "custom", message: "has neither a name nor a text" });
      return { name, text, language: template.language.code };
    }),
  text: (content) =>
    plainText([`Template ${content.name}`.trim(), content.text].filter((part) => part !== "").join(": ")),
});

function innermost(message: Record<string, unknown>): unknown {
  const outer = message.payload ?? message.template ?? message;
  const named = typeof outer === "object" && outer !== null && "template" in outer ? outer.template : outer;
  return typeof named === "string" ? { name: named } : named;
}
