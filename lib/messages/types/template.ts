import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, isNothing, listOf, optionalText } from "@/lib/messages/lenient";
import { attachment } from "@/lib/messages/parts/attachment";
import { messageFooter, messageHeader } from "@/lib/messages/parts/message-header";
import { templateComponent } from "@/lib/messages/parts/template-component";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

const language = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { code: sent }),
    z.object({ code: optionalText }),
  )
  .optional()
  .default({ code: "" });
const values = z
  .preprocess(
    (sent) =>
      isNothing(sent)
        ? []
        : Array.isArray(sent)
          ? sent
          : typeof sent === "object" && sent !== null
            ? Object.values(sent)
            : [sent],
    z.array(
      z.unknown().transform((sent) => (typeof sent === "object" && sent !== null && "text" in sent ? sent.text : sent)),
    ),
  )
  .optional()
  .default([]);

/** An approved WhatsApp template: its name or text, and the values of its placeholders. */
export const template = defineMessage({
  type: "template",
  content: innermost(
    ["template"],
    z.preprocess(
      (sent) => (typeof sent === "string" ? { name: sent } : sent),
      z
        .object({
          name: optionalText,
          template: optionalText,
          template_name: optionalText,
          title: optionalText,
          text: optionalText,
          body: optionalText,
          header: messageHeader,
          footer: messageFooter,
          language,
          components: listOf(templateComponent),
          parameters: values,
          params: values,
          body_params: values,
          media: attachment.optional().catch(undefined),
        })
        .transform((sent, context) => {
          const name = firstText(sent.name, sent.template, sent.template_name, sent.title);
          const written = sent.components.filter((one) => one.place === "Body").map((one) => one.text);
          const text = firstText(sent.text, sent.body, ...written);
          const loose = [...sent.parameters, ...sent.params, ...sent.body_params].map(valueText);
          const filled = [
            ...sent.components.map(({ place, values, files }) => ({ place, values, files })),
            { place: "Body", values: loose, files: [] },
          ].filter(({ values, files }) => values.length + files.length > 0);
          const values = filled.find(({ place }) => place === "Body")?.values ?? [];
          const headings = sent.components.filter((one) => one.place === "Header").map((one) => one.text);
          const endings = sent.components.filter((one) => one.place === "Footer").map((one) => one.text);
          if (name === "" && text === "" && filled.length === 0)
            context.addIssue({ code: "custom", message: "has neither a name nor a text" });
          return {
            name,
            /** With values in place of `{{1}}`, if they were sent. */
            text: fillIn(text, values),
            /** Values that the text already shows. */
            inText: new Set([...text.matchAll(placeholder)].map(([, place]) => values[Number(place) - 1])),
            header: { ...sent.header, text: firstText(sent.header.text, ...headings) },
            footer: firstText(sent.footer, ...endings),
            language: sent.language.code,
            filled,
            buttons: sent.components.flatMap((one) => one.buttons),
            file: sent.media ?? null,
          };
        }),
    ),
  ),
  text: (content) => {
    const said = [content.header.text, content.text, content.footer].filter((part) => part !== "");
    const values = content.filled.flatMap((one) => [...one.values, ...one.files.map((file) => file.fileName)]);
    const missing = content.text === "" ? values : values.filter((value) => !content.inText.has(value));
    const buttons = content.buttons.map((one) => one.title);
    return plainText(
      [`Template ${content.name}`.trim(), [...said, ...missing, ...buttons].join(" · ")]
        .filter((part) => part !== "")
        .join(": "),
    );
  },
  answeredBy: ["interactive.response", "button.response"],
  expectsAnswer: (content) => content.buttons.some((one) => one.webUrl === ""),
});

const placeholder = /\{\{(\d{1,3})\}\}/g;

function fillIn(text: string, values: readonly string[]): string {
  return text.replace(placeholder, (written, place: string) => values[Number(place) - 1] ?? written);
}
